namespace ProposalSearch.Analysis.Forms;

/// <summary>
/// Porter's suffix stripping for English (M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980), with the departures
/// of his own later implementations, which Lucene shares: -bli and -logi in step 2, and words of one or two letters stay. A stem is
/// never longer than its word. Letters other than a, e, i, o, u and y count as consonants, whatever their script.
/// </summary>
internal ref struct PorterStemmer
{
    private readonly Span<char> _word;
    private int _length;
    private int _stem;      // length of what precedes the suffix found last

    private PorterStemmer(Span<char> word)
    {
        _word = word;
        _length = word.Length;
    }

    /// <summary>
    /// Stems a word of lower-case letters in place and returns the length of the stem, at least 1 for a word that is not empty.
    /// </summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 2)
        {
            return word.Length;
        }

        var stemmer = new PorterStemmer(word);
        stemmer.RemovePlural();
        stemmer.RemovePast();
        stemmer.TurnFinalY();
        stemmer.ShortenDouble();
        stemmer.ShortenAdjective();
        stemmer.RemoveDerivation();
        stemmer.RemoveFinalE();
        stemmer.RemoveDoubleL();
        return stemmer._length;
    }

    // Step 1a: caresses, ponies, cats.
    private void RemovePlural()
    {
        if (_word[_length - 1] != 's')
        {
            return;
        }

        if (Ends("sses"))
        {
            _length -= 2;
        }
        else if (Ends("ies"))
        {
            Become("i");
        }
        else if (_word[_length - 2] != 's')
        {
            _length--;
        }
    }

    // Step 1b: agreed, plastered, motoring.
    private void RemovePast()
    {
        if (Ends("eed"))
        {
            _length -= Measure(_stem) > 0 ? 1 : 0;
        }
        else if ((Ends("ed") || Ends("ing")) && HasVowel(_stem))
        {
            _length = _stem;
            MendAfterPast();
        }
    }

    // conflat(ed), troubl(ing), siz(ed); hopp(ing) but not fall(ing); fil(ing).
    private void MendAfterPast()
    {
        var bare = _length;
        if (Ends("at") || Ends("bl") || Ends("iz"))
        {
            _stem = bare;
            Become("e");
        }
        else if (IsDoubleConsonant(bare))
        {
            _length -= _word[bare - 1] is 'l' or 's' or 'z' ? 0 : 1;
        }
        else if (Measure(bare) == 1 && IsShortSyllable(bare))
        {
            _stem = bare;
            Become("e");
        }
    }

    // Step 1c: happy, but not sky.
    private readonly void TurnFinalY()
    {
        if (_word[_length - 1] == 'y' && HasVowel(_length - 1))
        {
            _word[_length - 1] = 'i';
        }
    }

    // Step 2: double suffixes become single ones, -ization becomes -ize.
    private void ShortenDouble() => _ = Before() switch
    {
        'a' => Replace("ational", "ate") || Replace("tional", "tion"),
        'c' => Replace("enci", "ence") || Replace("anci", "ance"),
        'e' => Replace("izer", "ize"),
        'l' => Replace("bli", "ble") || Replace("alli", "al") || Replace("entli", "ent") || Replace("eli", "e") || Replace("ousli", "ous"),
        'o' => Replace("ization", "ize") || Replace("ation", "ate") || Replace("ator", "ate"),
        's' => Replace("alism", "al") || Replace("iveness", "ive") || Replace("fulness", "ful") || Replace("ousness", "ous"),
        't' => Replace("aliti", "al") || Replace("iviti", "ive") || Replace("biliti", "ble"),
        'g' => Replace("logi", "log"),
        _ => false,
    };

    // Step 3: -ic-, -full, -ness and the like.
    private void ShortenAdjective() => _ = _word[_length - 1] switch
    {
        'e' => Replace("icate", "ic") || Replace("ative", "") || Replace("alize", "al"),
        'i' => Replace("iciti", "ic"),
        'l' => Replace("ical", "ic") || Replace("ful", ""),
        's' => Replace("ness", ""),
        _ => false,
    };

    // Step 4: -ant, -ence and the like, after two syllables or more.
    private void RemoveDerivation()
    {
        var found = Before() switch
        {
            'a' => Ends("al"),
            'c' => Ends("ance") || Ends("ence"),
            'e' => Ends("er"),
            'i' => Ends("ic"),
            'l' => Ends("able") || Ends("ible"),
            'n' => Ends("ant") || Ends("ement") || Ends("ment") || Ends("ent"),
            'o' => (Ends("ion") && _stem > 0 && _word[_stem - 1] is 's' or 't') || Ends("ou"),
            's' => Ends("ism"),
            't' => Ends("ate") || Ends("iti"),
            'u' => Ends("ous"),
            'v' => Ends("ive"),
            'z' => Ends("ize"),
            _ => false,
        };
        if (found && Measure(_stem) > 1)
        {
            _length = _stem;
        }
    }

    // Step 5a: probate, rate, cease.
    private void RemoveFinalE()
    {
        if (_word[_length - 1] == 'e')
        {
            var measure = Measure(_length - 1);
            _length -= measure > 1 || (measure == 1 && !IsShortSyllable(_length - 1)) ? 1 : 0;
        }
    }

    // Step 5b: controll, roll.
    private void RemoveDoubleL()
    {
        if (_word[_length - 1] == 'l' && IsDoubleConsonant(_length) && Measure(_length) > 1)
        {
            _length--;
        }
    }

    private readonly char Before() => _length < 2 ? '\0' : _word[_length - 2];

    private bool Ends(ReadOnlySpan<char> suffix)
    {
        if (!_word[.._length].EndsWith(suffix))
        {
            return false;
        }

        _stem = _length - suffix.Length;
        return true;
    }

    private void Become(ReadOnlySpan<char> ending)
    {
        ending.CopyTo(_word[_stem..]);
        _length = _stem + ending.Length;
    }

    // Whether the word has the suffix; it is replaced when a vowel and a consonant precede it.
    private bool Replace(ReadOnlySpan<char> suffix, ReadOnlySpan<char> ending)
    {
        if (!Ends(suffix))
        {
            return false;
        }

        if (Measure(_stem) > 0)
        {
            Become(ending);
        }

        return true;
    }

    // Porter's m: how often a vowel is followed by a consonant in the first `length` letters.
    private readonly int Measure(int length)
    {
        var measure = 0;
        var vowelBefore = false;
        for (var i = 0; i < length; i++)
        {
            var vowel = IsVowel(_word[i], i == 0 || vowelBefore);
            measure += vowelBefore && !vowel ? 1 : 0;
            vowelBefore = vowel;
        }

        return measure;
    }

    private readonly bool HasVowel(int length)
    {
        var vowel = false;
        for (var i = 0; i < length && !vowel; i++)
        {
            vowel = IsVowel(_word[i], i == 0);
        }

        return vowel;
    }

    private readonly bool IsDoubleConsonant(int length) =>
        length >= 2 && _word[length - 1] == _word[length - 2] && !IsVowelAt(length - 1);

    // Consonant, vowel, consonant other than w, x, y: the last three of the first `length` letters.
    private readonly bool IsShortSyllable(int length) =>
        length >= 3 && _word[length - 1] is not ('w' or 'x' or 'y')
        && !IsVowelAt(length - 1) && IsVowelAt(length - 2) && !IsVowelAt(length - 3);

    private readonly bool IsVowelAt(int place)
    {
        var first = place;
        while (first > 0 && _word[first] == 'y')
        {
            first--;
        }

        var vowel = IsVowel(_word[first], afterVowel: true);
        for (var i = first + 1; i <= place; i++)
        {
            vowel = !vowel;
        }

        return vowel;
    }

    // y is a vowel after a consonant, and a consonant at the start of a word.
    private static bool IsVowel(char letter, bool afterVowel) =>
        letter is 'a' or 'e' or 'i' or 'o' or 'u' || (letter == 'y' && !afterVowel);
}
