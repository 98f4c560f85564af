namespace ProposalSearch.Proposals.Tests.Likeness;

/// <summary>A wording of LA2050's forms.</summary>
/// <param name="Years">The years whose form has it, with commas; <c>act</c> for the finalists' own archive.</param>
/// <param name="Wording">As the form has it.</param>
/// <param name="Question">The canonical question that a person gives it.</param>
internal sealed record La2050Wording(string Years, string Wording, string Question)
{
    public bool IsOf(string year) => Years.Split(',').Contains(year);
}

/// <summary>What a person says of the wordings that LA2050 has used, and of some that fit no question.</summary>
internal static class La2050Wordings
{
    public static readonly string[] Years = ["2013", "2014", "2015", "2016", "2018", "2020", "2021", "act"];

    public static readonly La2050Wording[] All =
    [
        new("2013", "What are some of your organization’s most important achievements to date?", "achievements"),
        new("2013", "Please identify any partners or collaborators who will work with you on this project.", "partners"),
        new("2013", "Please explain how you will evaluate your project. How will you measure success?", "evaluation"),
        new("2013", "How will your project benefit Los Angeles?", "place"),
        new("2013", "What would success look like in the year 2050 regarding your indicator?", "future"),
        new("2014", "In one sentence, describe your idea or project.", "summary"),
        new("2014", "Which area(s) of LA does your project benefit?", "area"),
        new("2014", "What is your idea/project in more detail?", "plan"),
        new("2014", "What will you do to implement this idea/project?", "plan"),
        new("2014", "How will your idea/project help make LA the best place to learn today? In LA2050?", "place"),
        new("2014", "Whom will your project benefit? Please be specific.", "beneficiaries"),
        new(
            "2014",
            "Please identify any partners or collaborators who will work with you on this project. How much of the $100,000 grant "
                + "award will each partner receive?",
            "partners"),
        new("2014", "How will your project impact the LA2050 “learn” metrics?", "metric"),
        new("2014", "Please elaborate on how your project will impact the above metrics.", "metric"),
        new("2014", "Please explain how you will evaluate your project.", "evaluation"),
        new("2014", "What two lessons have informed your solution or project?", "lessons"),
        new("2014", "Explain how implementing your project within the next twelve months is an achievable goal.", "feasibility"),
        new(
            "2014",
            "Please list at least two major barriers/challenges you anticipate. What is your strategy for ensuring a successful "
                + "implementation?",
            "barriers"),
        new("2014", "What resources does your project need?", "resources"),
        new("2015", "In one sentence, please describe what your organization does", "organization"),
        new("2015", "Where will you be working?", "area"),
        new("2015", "How do you plan to use these resources to make change?", "plan"),
        new("2015", "How will your proposal improve the following “Create” metrics?", "metric"),
        new("2015", "Describe in greater detail how you will make LA the best place to create.", "place"),
        new("2015", "Please explain how you will evaluate your work.", "evaluation"),
        new("2015,2016", "How can the LA2050 community and other stakeholders help your proposal succeed?", "resources"),
        new("2016", "Are any other organizations collaborating on this proposal?", "partners"),
        new("2016", "Please describe your project proposal.", "plan"),
        new("2016", "Which metrics will your proposal impact?", "metric"),
        new("2016,2018", "In what areas of Los Angeles will you be directly working?", "area"),
        new("2016", "Describe in greater detail how your proposal will make LA the best place.", "place"),
        new("2016,2020", "Please explain how you will define and measure success for your project.", "evaluation"),
        new("2018", "Will your proposal impact any other LA2050 goal categories?", "goal"),
        new("2018", "Please describe the activation your organization seeks to launch.", "plan"),
        new("2018", "Which metrics will your activation impact?", "metric"),
        new("2018", "How will your activation mobilize Angelenos?", "engagement"),
        new("2018", "Describe in greater detail how your activation will make LA the best place?", "place"),
        new("2018", "How will your activation engage Angelenos to make LA the best place?", "engagement"),
        new("2018", "Please explain how you will define and measure success for your activation.", "evaluation"),
        new("2018", "Where do you hope this activation or your organization will be in five years?", "future"),
        new("2020", "Which LA2050 goal will your submission most impact?", "goal"),
        new("2020", "In which areas of Los Angeles will you be directly working?", "area"),
        new("2020", "In what stage of innovation is this project?", "stage"),
        new("2020", "What is the need you’re responding to?", "need"),
        new("2020", "Why is this project important to the work of your organization?", "importance"),
        new("2020", "Approximately how many people will be directly impacted by this proposal?", "beneficiaries"),
        new("2020", "Approximately how many people will be indirectly impacted by this proposal?", "beneficiaries"),
        new("2020", "Please describe the broader impact of your proposal.", "impact"),
        new(
            "2020",
            "If you are submitting a collaborative proposal, please describe the specific role of partner organizations in the project.",
            "partners"),
        new("2020", "Which of LA2050’s resources will be of the most value to you?", "resources"),
        new("2020", "Please list the organizations collaborating on this proposal.", "partners"),
        new("2020", "Which metrics will your submission impact?", "metric"),
        new("2020", "Are there any other LA2050 goal categories that your proposal will impact?", "goal"),
        new("2020", "Has your proposal changed due to COVID-19?", "changes"),
        new("2021", "What is the primary issue area that your application will impact?", "need"),
        new("2021", "What is your understanding of the issue that you are seeking to address?", "need"),
        new("2021", "Describe the project, program, or initiative this grant will support to address the issue.", "plan"),
        new("2021", "Describe how Los Angeles County will be different if your work is successful.", "place"),
        new(
            "2021",
            "What evidence do you have that this project, program, or initiative is or will be successful, and how will you define "
                + "and measure success?",
            "evaluation"),
        new("2021", "Approximately how many people will be impacted by this project, program, or initiative?", "beneficiaries"),
        new("2021", "Describe the role of collaborating organizations on this project, program, or initiative.", "partners"),
        new("2021", "In what stage of innovation is this project, program, or initiative?", "stage"),
        new("act", "In one sentence, please describe what your organization does.", "organization"),
        new("act", "Please describe your project in one or two sentences.", "summary"),
        new("act", "In one to three sentences, please describe your proposal.", "summary"),
        new("act", "How much are you applying for?", "budget"),
        new("act", "Is this proposal a collaboration?", "partners"),
        new("act", "What kind of organization is it?", "organization"),
    ];

    /// <summary>Questions and headings of other forms and texts, to which none of the canonical questions is an honest answer.</summary>
    public static readonly string[] Strange =
    [
        "What is your favorite color?",
        "How did you hear about us?",
        "Do you agree to the terms and conditions?",
        "What is your shirt size?",
        "Speaker biography",
        "Rationale",
        "Backwards Compatibility",
        "Test Cases",
        "Security Considerations",
        "Reference Implementation",
        "Copyright",
        "Table of contents",
        "What is your email address?",
        "Dietary restrictions",
        "May we contact you?",
        "Is there anything else you would like to tell us?",
        "Which programming language do you use?",
        "Have you spoken at a conference before?",
        "Please upload a photo of yourself.",
        "Phone number of the contact person",
        "Session format",
        "Which track does your talk belong to?",
        "What was the weather like last summer?",
        "Acknowledgements",
        "References",
        "How long have you lived in your house?",
        "Do you own a car?",
        "What did you eat for breakfast?",
        "Discipline",
        "What is the name of your school's principal?",
        "Experience level of the audience",
        "Drawbacks",
        "Unresolved questions",
        "Guide-level explanation",
        "Why Kickstarter?",
        "Delivery date",
        "Number of pledges",
        "Do you have any pets?",
        "Please sign here.",
        "Which council district is the site in?",
        "Signature of the applicant",
        "What is your preferred pronoun?",
        "Zip code",
    ];
}
