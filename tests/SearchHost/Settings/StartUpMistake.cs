namespace ProposalSearch.SearchHost.Tests.Settings;

/// <summary>
/// A mistake of somebody who starts the host. In all texts <c>{file}</c> is a file, <c>{folder}</c> an empty folder, <c>{seeds}</c> the
/// sample proposals,
/// <c>{taken}</c> a port that somebody else listens on, <c>{schema}</c> a schema with a misspelt key, <c>{locked}</c> a folder that nobody
/// may read or write.
/// </summary>
/// <param name="Arguments">The command line, separated by blanks; <c>''</c> is an empty argument.</param>
/// <param name="Environment">Variables, as <c>NAME=VALUE</c>, separated by blanks; <c>''</c> is an empty value.</param>
/// <param name="File">The settings file, or nothing.</param>
/// <param name="Says">What the message holds, separated by <c>|</c>.</param>
internal sealed record StartUpMistake(string Arguments, string Environment, string File, string Says)
{
    private const string Variable = "Environment variable ";
    private const string InFile = " in appsettings.json";

    /// <summary>Arguments.</summary>
    private static StartUpMistake Typed(string arguments, string says) => new(arguments, "", "", says);

    /// <summary>Variables.</summary>
    private static StartUpMistake Set(string environment, string says) => new("", environment, "", says);

    /// <summary>A settings file.</summary>
    private static StartUpMistake Written(string file, string says) => new("", "", file, says);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<StartUpMistake> All { get; } =
    [
        Typed("--sorce {seeds}", "There is no option '--sorce'. Did you mean --source?"),
        Typed("-source {seeds}", "Did you mean --source?"),
        Typed("{seeds}", "'{seeds}' belongs to no option; for the folder of the proposals write --source {seeds}."),
        Typed("--port 8080", "There is no option '--port'. --help lists the options."),
        Typed("--source", "--source needs a value: write --source DIR."),
        Typed("--source --watch", "--source needs a value"),
        Typed("--source {seeds} --source {folder}", "--source is there twice: write it once."),
        Typed("--index ''", "--index on the command line is empty: it must be a path. Leave it out for the default, which is index."),
        Typed("--watch=maybe", "--watch is 'maybe': write --watch alone, --watch=true or --watch=false."),
        Typed("--watch yes", "--watch is 'yes'"),
        Typed("--title ''", "--title on the command line is empty"),
        Typed("--accent teal", "--accent on the command line is 'teal': it must be a colour such as #0a555c."),
        Typed("--logo {folder}/none.svg", "--logo on the command line: There is no logo at {folder}/none.svg."),
        Typed("--logo {schema}", "is no picture that browsers show: it must be SVG, PNG, JPEG, GIF or WebP."),
        Typed("--logo {folder}", "cannot be read"),
        Typed("--ProposalSearch:MaxQuerryLength 500", "there is no setting 'MaxQuerryLength'. Did you mean MaxQueryLength?"),
        Typed("--ProposalSerach:Title x", "there is no section 'ProposalSerach'. Did you mean ProposalSearch?"),
        Typed("--Logging:LogLevel:Default Informations",
            "'Informations': it must be one of Trace, Debug, Information, |Did you mean Information?"),
        Typed("-- --source {seeds}", "'--source' stands behind '--', where no options are read: leave '--' out."),
        Typed("--ProposalSearch:AllowedOrigins https://a.example",
            "is one value, 'https://a.example', but ProposalSearch:AllowedOrigins is a list: write --ProposalSearch:AllowedOrigins:0 "
                + "https://a.example."),

        Typed("--urls http://127.0.0.1:80a",
            "--urls on the command line is 'http://127.0.0.1:80a': '80a' is no port; the port must be a whole number from 0 to 65535."),
        Typed("--urls http://127.0.0.1:99999", "'99999' is no port"),
        Typed("--urls http://127.0.0.1:-1", "'-1' is no port"),
        Typed("--urls http://127.0.0.1", "it names no port: write http://127.0.0.1:5080"),
        Typed("--urls 127.0.0.1:5080", "it must begin with http://, as in http://127.0.0.1:5080."),
        Typed("--urls htp://127.0.0.1:5080", "'htp' is not spoken here: write http."),
        Typed("--urls http://archive.example.org:80",
            "'archive.example.org' is neither localhost nor an address, and the server would listen on all interfaces.|or "
                + "http://0.0.0.0:80 for all interfaces."),
        Typed("--urls http://127.0.0.1.5:80", "the server would listen on all interfaces"),
        Typed("--urls http://127.1:5080", "'127.1' means the address 127.0.0.1: write http://127.0.0.1:5080"),
        Typed("--urls http://0:5080", "'0' means the address 0.0.0.0"),
        Typed("--urls http://::1:5080", "write http://[::1]:5080"),
        Typed("--urls http://:5080",
            "it names no host: write http://127.0.0.1:5080 for this machine alone, or http://0.0.0.0:5080 for all interfaces."),
        Typed("--urls http://localhost:0", "write http://127.0.0.1:0."),
        Typed("--urls http://127.0.0.1:5080/search", "there is something beside host and port"),
        Typed("--urls http://127.0.0.1:5080,http://127.0.0.1:5081", "several addresses are separated by semicolons"),
        Typed("--urls http://127.0.0.1:5080;http://127.0.0.1:5080/", "names http://127.0.0.1:5080 more than once"),
        Typed("--urls ''", "--urls on the command line is empty: it must be an address such as http://127.0.0.1:5080."),
        Typed("--urls http://127.0.0.1:{taken}",
            "http://127.0.0.1:{taken} is taken by another program: stop that one, or listen elsewhere with --urls"),
        Typed("--urls http://127.0.0.1:0;http://127.0.0.1:{taken}", "http://127.0.0.1:{taken} is taken by another program"),
        Typed("--urls http://203.0.113.1:5080", "no interface of this machine has this address"),
        Typed("--urls https://127.0.0.1:0", "https needs a certificate"),
        Typed("--urls http://unix:/nowhere/at/all.sock", "there is no folder /nowhere/at for the socket"),
        Set("ASPNETCORE_URLS=http://*:http", Variable + "ASPNETCORE_URLS is 'http://*:http': 'http' is no port"),
        Set("ASPNETCORE_URL=http://127.0.0.1:5080", "Did you mean ASPNETCORE_URLS?"),
        Set("ASPNETCORE_HTTP_PORTS=80a", Variable + "ASPNETCORE_HTTP_PORTS is '80a': the port must be a whole number from 0 to 65535."),
        Set("Kestrel__Endpoints__Main__Url=http://search:80",
            Variable + "Kestrel__Endpoints__Main__Url is 'http://search:80': 'search' is neither localhost nor an address"),
        Set("Kestrel__Endpoints__Main__Uri=http://127.0.0.1:80", "the endpoint 'Main' has no address: give Kestrel:Endpoints:Main:Url"),
        Set("Kestrel__Limits__MaxRequestBodySize=9", Variable + "Kestrel__Limits__MaxRequestBodySize has no effect"),

        Set("ProposalSearch__MaxQueryLength=many",
            Variable + "ProposalSearch__MaxQueryLength is 'many': it must be a whole number from 100 to 20000."),
        Set("ProposalSearch__MaxQueryLength=2,000", "it must be a whole number from 100 to 20000"),
        Set("ProposalSearch__MaxQueryLength=99999999999", "it must be a whole number from 100 to 20000"),
        Set("ProposalSearch__MaxFilterValues=9", "it must be a whole number from 10 to 10000"),
        Set("ProposalSearch__MaxFilterValueLength=0", "it must be a whole number from 50 to 10000"),
        Set("ProposalSearch__MaxFilterLength=0", "it must be a whole number from 1000 to 100000"),
        Set("ProposalSearch__SearchBudgetMilliseconds=0", "it must be a whole number from 50 to 60000"),
        Set("ProposalSearch__MaxConcurrentSearches=-1", "it must be a whole number from 0 to 256"),
        Set("ProposalSearch__MaxConcurrentExports=0", "it must be a whole number from 1 to 64"),
        Set("ProposalSearch__MaxQueuedRequests=-1", "it must be a whole number from 0 to 10000"),
        Set("ProposalSearch__QueueMilliseconds=-1", "it must be a whole number from 0 to 10000"),
        Set("ProposalSearch__ClientRequestsPerSecond=-1", "it must be a whole number from 0 to 100000"),
        Set("ProposalSearch__ClientRequestsPerSecond=off", "is 'off': it must be a whole number from 0 to 100000"),
        Set("ProposalSearch__ClientRequestBurst=0", "it must be a whole number from 1 to 1000000"),
        Set("ProposalSearch__AdminKey=short",
            Variable + "ProposalSearch__AdminKey has 5 characters: it must be 16 to 200 visible ASCII characters"),
        Set("ProposalSearch__AdminKey=sixteen-and-ümlaut", "has 18 characters: it must be 16 to 200 visible ASCII"),
        Set("ProposalSearch__QueryReport=true",
            Variable + "ProposalSearch__QueryReport is 'true', but nobody could read the report: set AdminKey"),
        Set("ProposalSearch__QueryReport=weekly", "is 'weekly': it must be true or false."),
        Set("ProposalSearch__Metrics=true", "is 'true': it must be one of nobody, loopback, everybody."),
        Set("ProposalSearch__LogRequests=all", "is 'all': it must be one of none, paths, queries."),
        Typed("--ProposalSearch:LogRequests", "--ProposalSearch:LogRequests needs a value"),
        Set("ProposalSearch__AdminKey=''", Variable + "ProposalSearch__AdminKey is empty"),
        Set("ProposalSearch__AdminKeys=sixteen-characters", "Did you mean AdminKey?"),
        Set("ProposalSearch__StopSeconds=0", "it must be a whole number from 1 to 3600"),
        Set("ProposalSearch__TrustedProxies__0=proxy.example.org", "an address such as 10.0.0.5, or a network such as 10.0.0.0/8"),
        Set("ProposalSearch__HoldIndexIn=disk", "one of automatic, memory, copy, mapping"),
        Set("ProposalSearch__IndexCheckMilliseconds=1", "it must be a whole number from 50 to 3600000"),
        Set("ProposalSearch__StartupWaitSeconds=-1", "it must be a whole number from 0 to 300"),
        Set("ProposalSearch__WatchScanSeconds=1.5", "it must be a whole number from 1 to 86400"),
        Set("ProposalSearch__Watch=on", Variable + "ProposalSearch__Watch is 'on': it must be true or false."),
        Set("ProposalSearch__Index=''", Variable + "ProposalSearch__Index is empty"),
        Set("ProposalSearch__MaxQuerryLength=500",
            Variable + "ProposalSearch__MaxQuerryLength: there is no setting 'MaxQuerryLength'. Did you mean MaxQueryLength?"),
        Set("ProposalSearch__Port=500", "there is no setting 'Port'. There are Source, Index, "),
        Set("ProposalSearch_Title=x", Variable + "ProposalSearch_Title has one underscore too few: write ProposalSearch__Title."),
        Set("ProposalSerach__Title=x", "there is no section 'ProposalSerach'. Did you mean ProposalSearch__Title?"),
        Set("ProposalSearch__AllowedOrigins=https://a.example", "is a list: write ProposalSearch__AllowedOrigins__0=https://a.example."),
        Set("ProposalSearch__AllowedOrigins__0=https://a.example/",
            "it must be scheme and host alone, such as https://archive.example.org, or * for every site."),
        Set("ProposalSearch__AllowedOrigins__0=https://*.example.org/x", "it must be scheme and host alone"),
        Set("ProposalSearch__Include__first=*.md",
            "is no place in a list: the values of ProposalSearch:Include are numbered from 0, as in ProposalSearch__Include__0."),
        Set("ProposalSearch__Exclude__0=../drafts/**", "it must be a pattern of paths within the source"),
        Set("ProposalSearch__Title__0=x", "gives a list or a group of values, but ProposalSearch:Title is one value"),

        Written("""{ "ProposalSearch": { "MaxQueryLenght": 500 } }""",
            "ProposalSearch:MaxQueryLenght" + InFile + ": there is no setting 'MaxQueryLenght'. Did you mean MaxQueryLength?"),
        Written("""{ "ProposalSearch": { "MaxQueryLength": "many" } }""", "ProposalSearch:MaxQueryLength" + InFile + " is 'many'"),
        Written("""{ "ProposalSearch": { "AllowedOrigins": "https://a.example" } }""", "is a list: write [\"https://a.example\"]."),
        Written("""{ "ProposalSearch": { "Title": ["a", "b"] } }""", "is one value: it must be a line of 1 to 80 characters."),
        Written("""{ "ProposalSearch": { "Title": null } }""", "ProposalSearch:Title" + InFile + " is empty"),
        Written("""{ "ProposalSearch": { "Limits": { "Query": 5 } } }""", "there is no setting 'Limits'"),
        Written("""{ "ProposalSaerch": { "Title": "x" } }""", "there is no section 'ProposalSaerch'. Did you mean ProposalSearch?"),
        Written("""{ "Title": "x" }""",
            "Title" + InFile + " is outside of its section: write it into \"ProposalSearch\": { \"Title\": ... }."),
        Written("""{ "Loging": { "LogLevel": { "Default": "Warning" } } }""", "Did you mean Logging?"),
        Written("""{ "Logging": { "Console": { "FormatterName": "simpel" } } }""",
            "it must be one of simple, systemd, json. Did you mean simple?"),
        Written("""{ "Logging": { "Console": { "FormatterOptions": { "SingleLine": "yes" } } } }""", "it must be one of true, false."),
        Written("""{ "Urls": "http://127.0.0.1:80a" }""", "Urls" + InFile + " is 'http://127.0.0.1:80a': '80a' is no port"),
        Written("""{ "Urls": ["http://127.0.0.1:5080"] }""", "addresses are one text, separated by semicolons"),
        Written("""{ "ProposalSearch": { "Title": "x", } ]""", "appsettings.json cannot be read: line 1, byte 39: |Correct the file"),
        Written("""{ "ProposalSearch": { "Title": "x", "title": "y" } }""", "appsettings.json cannot be read: "),

        Typed("--source /nowhere/at/all",
            "--source on the command line: There are no proposals at /nowhere/at/all. Name the folder of the proposals with --source DIR, "
                + "or set ProposalSearch__Source."),
        Typed("--source {folder}", "There is no proposal in"),
        Typed("--source {locked}", "cannot be read: "),
        Typed("--include nothing/**", "There is no proposal in|none of its files is included"),
        Typed("--index {file}", "The index needs a folder, but {file} is a file."),
        Typed("--index {file}/index", "The index cannot be made at {file}/index: {file} is a file."),
        Typed("--source {folder} --index {folder}", "The index cannot be the folder of the proposals"),
        Typed("--dump {file}", "The dump needs a folder, but {file} is a file.| Name a folder of its own with --dump DIR"),
        Typed("--source {folder} --dump {folder}/dump", "The dump cannot be in the folder of the proposals, {folder}."),
        Typed("--index {folder}/index --dump {folder}/index", "The dump cannot be in the folder of the index, {folder}/index."),
        Typed("--dump /proc/nothing/dump", "The dump cannot be written to /proc/nothing/dump: "),
        Typed("--index /proc/nothing/index", "The index cannot be made at /proc/nothing/index: "),
        Typed("--index {locked}", "cannot be read or written: "),
        Typed("--schema nowhere.yml",
            "--schema on the command line: There is no schema file at |Correct it, or leave it out to use the built-in schema."),
        Typed("--schema {folder}", "The schema must be a file, but {folder} is a folder."),
        Typed("--schema {schema}", "feilds"),

        new("--urls http://127.0.0.1:80a --index '' --sorce x",
            "ProposalSearch__MaxQuerryLength=5 ProposalSearch__Watch=on",
            """{ "ProposalSearch": { "AllowedOrigins": "a" } }""",
            "The host cannot start, for 6 reasons:|'80a' is no port|--index on the command line is empty|Did you mean --source?|Did you "
                + "mean MaxQueryLength?|it must be true or false|is a list"),
    ];
}
