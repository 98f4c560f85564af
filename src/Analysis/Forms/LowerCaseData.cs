namespace ProposalSearch.Analysis.Forms;

/// <summary>The simple lower-case form of every code point that has one. Unicode 15.0.0; written by generate_tables.py.</summary>
/// <remarks>The number of blocks of 64 code points that are not empty, and one; the room that all replacements take, with a
/// length before each, and one. Then runs, each of variable-length integers: gap from the last code point of the run before,
/// number of code points, distance between them times two plus whether the replacement climbs along, length of the replacement in
/// code points, and each of those as a zigzag difference from the one before.</remarks>
internal static class LowerCaseData
{
    /// <summary>The table, in base 64: 1053 bytes.</summary>
    internal const string Encoded =
        "OLcYQRoDAcIBZhcDAf4BAgcDATAiGAUBEgIBAgGvAgIDBQGUAwMIBQEOAxcFASICAQIBlwEBAwUB9gEEAQIBsgMBAgUBnwMCAQIBogMBAQIBlwMC" +
        "AgMBnAMBAQIBkwMDAQIBogEBAQIB+AEBAQIBBAEBAgGRAwIBAgGcAwEBAgEGAgECAQwBAQIBAQEBAgGdAwQBAgGsAwEBAgEGAgECAQYBAwUBpwMC" +
        "AQIBvgMBAQIBrwMCAQIBtgMDAQIBqwMCAQIBtgMBAQIBrwMCAgMBtAMBAgUBqwMCAQIBvAMBAQIBsQMEAQIBCAgCAgESAgICAQYCAgIBBgIIBQEE" +
        "AwkFASIDAgIBKAIBAgEEAgECAb8BAQECAVQBFAUBdAIBAgG1AQIJBQGKAggBAgGEqQEBAQIB0agBAgECAcMCAQECAZirAQMBAgHHqAECAQIBgwMB" +
        "AQIBkgQBAQIBBgEFBQGJAaICAgUB1AQEAQIBDAkBAgH4AQcBAgGNAQIDAwECAgECAT4CAgMBAgIRAwE3AgkDASQkAQIBKAkMBQEEBgECAUEDAQIB" +
        "gAECAQIBCwEBAgESAwMDAf8BARADAaoDASADAT8xEQUBYgobBQFUAgECAYgBAQcFARkDMAUBHgMmAwGgAsoWJgMBvp4BAgECAU4GAQIBDNMFUAMB" +
        "hvkDAQYDAe/dBJsRKwMBzwwDAwMBWsECSwUBiDQKAQIBw3QCMAUBhHcKCAMBvgEJBgMBIAsIAwEgCQgDASAJBgMBIAwEBQEiCQgDAR4ZCAMBQAkI" +
        "AwEgCQgDASAJAgMBIAECAwF/AQECAYYBDAQDAYEBAQECAaIBDAIDARoBAgMBswENAgMB1AEBAgMBywEBAQIB1gEMAgMB2QEBAgMBCAEBAgHuAaoC" +
        "AQIB03AEAQIBuw0BAQIB9AEHAQIB0oEBLhADAUQUAQIBKLMGGgMBmA2xDjADAcAdMQECAWICAQIB66cBAQECAaRsAQECAf9rAwMFAdanAQIBAgGt" +
        "qAEBAQIBQAEBAgFBAQECAQQCAQIBwqgBAwECAQYJAgMB7agBATIFAYSpAQkCBQHWAQUBAgEOzvIBFwUBnOUDFA4FAYABiAEHBQHEAgQfBQEgCwIF" +
        "AY4BAgECAYGoBAEFBQGMqAQFAQIBGgIBAgHNlAUDAgUB2JQFBAoFAQwCAQIB4ZQFAQECARMBAQIBCgEBAgEWAQECAQMCAQIBaAEBAgEtAQECASwB" +
        "AQIB7KIFAQgFAbsOAgECAUEBAQIBo5QFAQECAZhsAQIFAfSoBAcBAgESBgIFAQwdAQIBPqyuARoDAZbdAsYJKAMBzhOJASQDAeACnQELAwH+AgIP" +
        "AwEYAgcDASACAgMBEOsNMwMBihzuFyADAYAwgasBIAMBwNYCofUBIgMBhOsD";
}
