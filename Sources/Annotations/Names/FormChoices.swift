import DatelineLexicon

/// What the forms of the parts of a name say, side by side: every part is asked for every case and gender, and no
/// text is copied for it.
struct FormChoices {
  /// What a form says.
  private struct Form {
    var cases: GrammaticalCases
    var shownCases: GrammaticalCases
    var gender: Gender
    var isAnyCase: Bool
    var score: Double

    func stands(in grammaticalCase: GrammaticalCases) -> Bool {
      isAnyCase || !cases.isDisjoint(with: grammaticalCase)
    }
  }

  private var forms: [Form] = []
  /// Where the forms of each part begin; one more at the end.
  private var starts = [0]
  private var fixed: [Bool] = []

  /// How many parts there are.
  var count: Int { fixed.count }

  /// Adds a part of a name.
  ///
  /// - Parameters:
  ///   - part: the forms it may stand for, itself first.
  ///   - isFixed: whether it stays as it is.
  mutating func add(_ part: [NameForm], isFixed: Bool) {
    for place in part.indices {
      forms.append(
        Form(
          cases: part[place].cases, shownCases: part[place].shownCases, gender: part[place].gender,
          isAnyCase: part[place].isAnyCase, score: part[place].score))
    }
    starts.append(forms.count)
    fixed.append(isFixed)
  }

  /// The place of the form of a part that fits a case and a gender best, how well, and whether it has an ending;
  /// itself for what does not change.
  func best(
    of part: Int, in grammaticalCase: GrammaticalCases, _ gender: Gender
  ) -> (place: Int, score: Double, isInflected: Bool)? {
    let (first, end) = (starts[part], starts[part + 1])
    let staysAsItIs = fixed[part] || grammaticalCase == .nominative
    var couldShow = false
    if !staysAsItIs {
      for place in first..<end where !couldShow {
        couldShow =
          forms[place].stands(in: grammaticalCase) && forms[place].gender.mayBe(gender)
          || gender == .male && !forms[place].shownCases.isDisjoint(with: grammaticalCase)
      }
    }
    var best: (place: Int, score: Double, isInflected: Bool)?
    for place in first..<end {
      if place > first, staysAsItIs || !forms[place].stands(in: grammaticalCase) { continue }
      var score = forms[place].score
      if gender != .unknown, !forms[place].gender.mayBe(gender) { score -= NominativeForms.wrongGender }
      if place == first, couldShow { score -= NominativeForms.stiffness }
      if score > (best?.score ?? -.infinity) + 1e-9 {
        best = (place - first, score, !forms[place].cases.isEmpty || forms[place].isAnyCase)
      }
    }
    return best
  }
}

extension Gender {
  /// Whether a name of this gender may be that of somebody of another one: what is open may be either.
  func mayBe(_ wanted: Gender) -> Bool { self == wanted || self == .either || self == .unknown }
}
