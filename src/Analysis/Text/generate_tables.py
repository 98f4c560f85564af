#!/usr/bin/env python3
"""Writes the Unicode tables of this folder and of ../Forms from the Unicode Character Database.

    ./generate_tables.py [FOLDER]        default /usr/share/unicode (Debian package unicode-data, 15.0.0)

Writes WordBreakData.cs, ../Forms/LowerCaseData.cs, ../Forms/FoldingData.cs and ../Forms/MarkOrderData.cs. The build does not run it: run it by
hand for a new Unicode version, change UNICODE below, and run the tests.
"""
import base64
import pathlib
import re
import sys
import textwrap

UNICODE = "15.0.0"
LIMIT = 0x110000
HERE = pathlib.Path(__file__).resolve().parent
DATA = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")

# The order is that of the enum WordBreak in WordBreak.cs.
CLASSES = ("Other CR LF Newline Extend ZWJ Format Katakana Hebrew_Letter ALetter MidLetter MidNumLet MidNum Numeric ExtendNumLet "
           "Regional_Indicator WSegSpace Single_Quote Double_Quote").split()
PICTOGRAPHIC, WORD, SOUTHEAST_ASIAN = 0x20, 0x40, 0x80
# Longest replacement of one UTF-16 unit: TermNormalizer.MaxExpansion.
MAX_EXPANSION = 4


def properties(path, field=1):
    """Code point -> the set of its values in a UCD file of the form `range ; value # comment`."""
    found = {}
    for line in (DATA / path).open(encoding="utf-8"):
        fields = [part.strip() for part in line.split("#")[0].split(";")]
        if len(fields) > field:
            first, _, last = fields[0].partition("..")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                found.setdefault(code, set()).add(fields[field])
    return found


def check_version():
    for path in ("auxiliary/WordBreakProperty.txt", "Scripts.txt", "LineBreak.txt"):
        head = (DATA / path).open(encoding="utf-8").readline()
        if UNICODE not in head:
            sys.exit(f"{DATA / path}: expected Unicode {UNICODE}, found {head.strip()!r}: install that version, or change UNICODE here")


def varint(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def zigzag(number):
    return varint(number * 2 if number >= 0 else -number * 2 - 1)


def write(path, namespace, name, summary, remarks, data):
    text = base64.b64encode(data).decode()
    lines = "\n".join(f'        "{text[i:i + 112]}"{" +" if i + 112 < len(text) else ";"}' for i in range(0, len(text), 112))
    remarks = textwrap.fill(f"<remarks>{remarks}</remarks>", 130, initial_indent="/// ", subsequent_indent="/// ")
    (HERE / path).write_text(f"""namespace ProposalSearch.Analysis.{namespace};

/// <summary>{summary} Unicode {UNICODE}; written by generate_tables.py.</summary>
{remarks}
internal static class {name}
{{
    /// <summary>The table, in base 64: {len(data)} bytes.</summary>
    internal const string Encoded =
{lines}
}}
""", encoding="utf-8")
    print(path, len(data), "bytes")


# ---- word breaks -----------------------------------------------------------------------------------------------------

def word_breaks():
    """Code point -> its class and flags, one byte: see WordBreak.cs."""
    classes = properties("auxiliary/WordBreakProperty.txt")
    emoji = properties("emoji/emoji-data.txt")
    scripts = properties("Scripts.txt")
    lines = properties("LineBreak.txt")
    values = bytearray(LIMIT)
    for code in range(LIMIT):
        kind = next(iter(classes.get(code, {"Other"})))
        value = CLASSES.index(kind)
        if "Extended_Pictographic" in emoji.get(code, ()):
            value |= PICTOGRAPHIC | WORD
        if "Emoji_Modifier" in emoji.get(code, ()) or kind in ("Katakana", "Hebrew_Letter", "ALetter", "Numeric"):
            value |= WORD
        if kind == "Other" and scripts.get(code, set()) & {"Han", "Hiragana"}:
            value |= WORD
        if "SA" in lines.get(code, ()):
            value |= WORD | SOUTHEAST_ASIAN
        values[code] = value
    return values


def runs(values):
    """How many blocks of 128 the look-up table keeps, then runs of (length, value): blocks of one value are kept once."""
    blocks = [values[start:start + 128] for start in range(0, LIMIT, 128)]
    kept = sum(len(set(block)) > 1 for block in blocks) + len({block[0] for block in blocks if len(set(block)) == 1})
    out, start = bytearray(varint(kept)), 0
    for code in range(1, LIMIT + 1):
        if code == LIMIT or values[code] != values[start]:
            out += varint(code - start) + bytes([values[start]])
            start = code
    return bytes(out)


# ---- lower case and folding ------------------------------------------------------------------------------------------

class Characters:
    """UnicodeData.txt: names, categories, simple lower case, decompositions, digits, combining classes."""

    def __init__(self):
        self.names, self.category, self.lower, self.decomposition, self.digit, self.order = {}, {}, {}, {}, {}, {}
        first = None
        for line in (DATA / "UnicodeData.txt").open(encoding="utf-8"):
            fields = line.rstrip("\n").split(";")
            code = int(fields[0], 16)
            if fields[1].endswith(", First>"):
                first = code
            for each in range(first if fields[1].endswith(", Last>") else code, code + 1):
                self.category[each] = fields[2]
            self.names[code] = fields[1]
            if fields[3] != "0":
                self.order[code] = int(fields[3])
            if fields[13]:
                self.lower[code] = int(fields[13], 16)
            if fields[5]:
                kind, _, codes = fields[5].rpartition("> ")
                self.decomposition[code] = (kind.lstrip("<"), [int(c, 16) for c in codes.split()])
            if fields[2] == "Nd":
                self.digit[code] = int(fields[6])


COMPATIBILITY = {"", "font", "wide", "narrow", "super", "sub", "circle", "square", "compat", "initial", "medial", "final", "isolated",
                 "noBreak"}
# Marks that readers leave out when they type: accents, Hebrew points, Arabic vowel marks, tatweel. The marks of other
# scripts (Devanagari vowels, Japanese voicing, ...) are part of the spelling and stay.
DROPPED = [(0x300, 0x36F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F), (0x591, 0x5BD), (0x5BF, 0x5BF),
           (0x5C1, 0x5C2), (0x5C4, 0x5C5), (0x5C7, 0x5C7), (0x610, 0x61A), (0x640, 0x640), (0x64B, 0x65F), (0x670, 0x670),
           (0x6D6, 0x6DC), (0x6DF, 0x6E4), (0x6E7, 0x6E8), (0x6EA, 0x6ED), (0x483, 0x487)]
TAGS = range(0xE0020, 0xE0080)  # they tell one emoji flag from another
SPECIAL = {0xDF: "ss", 0x1E9E: "ss", 0xFE: "th", 0xF0: "d", 0xE6: "ae", 0x153: "oe", 0x131: "i", 0x138: "q", 0x14B: "n", 0x17F: "s",
           0x1DD: "e", 0x259: "e", 0x18F: "e", 0x192: "f", 0x3C2: "\u03C3", 0x27: "'", 0x2018: "'", 0x2019: "'", 0x201B: "'", 0xFF07: "'",
           0x2B9: "'", 0x2BB: "'", 0x2BC: "'", 0x2BD: "'", 0x2C8: "'", 0xA78B: "'", 0xA78C: "'", 0x5F3: "'", 0x5F4: '"', 0x202F: "_"}
NAMED = re.compile(r"LATIN (?:SMALL|CAPITAL)? ?(?:LETTER|LIGATURE)(?: SMALL CAPITAL)? ([A-Z]{1,2})(?: WITH .*)?$")


class Folding:
    def __init__(self, characters, breaks):
        self.characters, self.breaks = characters, breaks
        self.ignorable = {code for code, values in properties("DerivedCoreProperties.txt").items() if "Default_Ignorable_Code_Point" in values}

    def dropped(self, code):
        return (any(first <= code <= last for first, last in DROPPED)
                or code in self.ignorable and code not in TAGS and self.characters.category.get(code) in ("Cf", "Mn"))

    def letter(self, code):
        """One code point, lower case and undecomposed, to the text that stands for it."""
        if code in SPECIAL:
            return SPECIAL[code]
        if code in self.characters.digit:
            return str(self.characters.digit[code])
        match = NAMED.match(self.characters.names.get(code, ""))
        if match and code > 0x7F and match[1] not in ("SC", "CL"):
            return match[1].lower()
        return chr(code)

    def fold(self, code, depth=0):
        if self.dropped(code):
            return ""
        code = self.characters.lower.get(code, code)
        kind, parts = self.characters.decomposition.get(code, ("none", None))
        if code not in SPECIAL and kind in COMPATIBILITY:
            return "".join(self.fold(part, depth + 1) for part in parts)
        text = self.letter(code)
        return text if text == chr(code) or depth > 8 else "".join(self.fold(ord(c), depth + 1) for c in text)

    def table(self):
        """Only code points that can be part of a word, and no replacement that is not a word."""
        found = {}
        for code in self.characters.category:
            value = self.breaks[code]
            if value == 0 or value & 0x1F in range(1, 4) or self.characters.category[code] == "Cs":
                continue
            text = self.fold(code)
            odd = [c for c in text if self.breaks[ord(c)] & (WORD | 0x1F) == 0]
            if text != chr(code) and not odd and self.units(text) <= MAX_EXPANSION * self.units(chr(code)):
                found[code] = text
        return found

    @staticmethod
    def units(text):
        return len(text.encode("utf-16-le")) // 2


def mapping(table):
    """The sizes of the look-up tables, then runs of code points whose replacements also run: see REMARKS."""
    codes = sorted(table)
    out = bytearray(varint(1 + len({code >> 6 for code in codes})) + varint(1 + sum(1 + Folding.units(text) for text in table.values())))
    last, previous = 0, 0
    i = 0
    while i < len(codes):
        code, text = codes[i], table[codes[i]]
        count, stride, climb = longest_run(codes, table, i)
        out += varint(code - last) + varint(count) + varint(stride * 2 + climb) + varint(len(text))
        for character in text:
            out += zigzag(ord(character) - previous)
            previous = ord(character)
        last, i = code + (count - 1) * stride, i + count
    return bytes(out)


def longest_run(codes, table, i):
    """The longest run from i: code points `stride` apart, whose one replacement character stays or climbs by the stride."""
    best = (1, 1, 0)
    for stride in (1, 2):
        for climb in (0, 1):
            n = 1
            while (i + n < len(codes) and codes[i + n] == codes[i] + n * stride and len(table[codes[i]]) == len(table[codes[i + n]]) <= 1
                   and (not table[codes[i]] or ord(table[codes[i + n]]) == ord(table[codes[i]]) + climb * n * stride)):
                n += 1
            if n > best[0]:
                best = (n, stride, climb)
    return best


REMARKS = ("The number of blocks of 64 code points that are not empty, and one; the room that all replacements take, with a length "
           "before each, and one. Then runs, each of variable-length integers: gap from the last code point of the run before, number of code points, distance "
           "between them times two plus whether the replacement climbs along, length of the replacement in code points, and each of "
           "those as a zigzag difference from the one before.")


def mark_order(order):
    """Runs of code points of one combining class: gap from the last code point of the run before, length, class."""
    codes, out, last, i = sorted(order), bytearray(), 0, 0
    while i < len(codes):
        n = 1
        while i + n < len(codes) and codes[i + n] == codes[i] + n and order[codes[i + n]] == order[codes[i]]:
            n += 1
        out += varint(codes[i] - last) + varint(n) + varint(order[codes[i]])
        last, i = codes[i] + n - 1, i + n
    return bytes(out)


def main():
    check_version()
    breaks = word_breaks()
    write("WordBreakData.cs", "Text", "WordBreakData", "The word-break class and flags of every code point.",
          "The number of blocks of 128 code points, those of one value counted once; then runs from code point 0 on, each a variable-length count and a byte of <see cref=\"WordBreak\"/> and flags.", runs(breaks))
    characters = Characters()
    write("../Forms/LowerCaseData.cs", "Forms", "LowerCaseData", "The simple lower-case form of every code point that has one.",
          REMARKS, mapping({code: chr(lower) for code, lower in characters.lower.items()}))
    folding = Folding(characters, breaks).table()
    print(len(folding), "foldings, longest", max(map(Folding.units, folding.values())))
    write("../Forms/FoldingData.cs", "Forms", "FoldingData", "The folded lower-case form of every code point that has one.",
          REMARKS, mapping(folding))
    write("../Forms/MarkOrderData.cs", "Forms", "MarkOrderData", "The canonical combining class of every mark that has one.",
          "Runs, each of variable-length integers: gap from the last code point of the run before, number of code points, class.",
          mark_order(characters.order))


if __name__ == "__main__":
    main()
