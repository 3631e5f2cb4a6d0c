extension PresetRegistry {
  /// One row a post.
  static let jobPostings = Preset(
    "job_postings",
    meaning: "One row for each open post: those that pages describe for machines, and those in pages saved as text.",
    from: ["data.JobPosting", PostingsOrigin.name],
    [
      .init("page", TextColumn.self, from: ["page.id"], "The page's id, the same in every table."),
      .init("page_title", TextColumn.self, from: ["page.title"], "The title of the page it stands on."),
      .init("title", TextColumn.self, from: ["title", "name"], "What the post is called."),
      .init(
        "title_source", TextColumn.self,
        "`stated`, or in a page saved as text `inferred` where no line of its own but a sentence names the post."
      ),
      .init(
        "organisation", TextColumn.self,
        from: [
          "hiringOrganization.name", "hiringOrganization.legalName", "hiringOrganization", "organisation",
          "organization", "org", "company", "employer",
        ], "Who has the post to give."),
      .init(
        "location", LocationColumn.self,
        from: ["jobLocation.address", "jobLocation", "location", "where", "place", "city", "jobLocationType"],
        "Where it is, and whether from afar."),
      .init(
        "employment_type", TextColumn.self, from: ["employmentType", "employment_type", "hours", "contract"],
        "Full time, part time and the like, as written."),
      .init(
        "salary", MoneyRangeColumn.self, from: ["salary", "pay", "baseSalary", "estimatedSalary"], "What it pays."),
      .init("posted", DateColumn.self, from: ["datePosted", "posted", "date", "published"], "The day of the notice."),
      .init(
        "valid_through", DateColumn.self, from: ["validThrough", "valid_through", "closes", "deadline"],
        "The last day to apply."),
      .init(
        "team", TextColumn.self,
        from: ["team", "department", "employmentUnit.name", "hiringOrganization.department.name"],
        "The part of the organisation it belongs to."),
      .init(
        "description", TextColumn.self, from: ["description", "body", "text"], "What the notice says."),
      .init("responsibilities", TextColumn.self, from: ["responsibilities", "duties"], "What there is to do."),
      .init(
        "qualifications", TextColumn.self,
        from: ["qualifications", "requirements", "experienceRequirements", "educationRequirements", "skills"],
        "What applicants should bring."),
      .init(
        "reference", TextColumn.self,
        from: ["identifier.value", "identifier.name", "identifier", "ref", "reference", "@id"],
        "The employer's or magazine's own number."),
      .init("url", URLColumn.self, from: ["url", "link", "sameAs"], "Where the notice leads."),
      .init(
        "text_start", IntegerColumn.self, from: ["start"], "In a page saved as text: \(PresetRegistry.startMeaning)"),
      .init("text_end", IntegerColumn.self, from: ["end"], "In a page saved as text: \(PresetRegistry.endMeaning)"),
    ])
}
