/// The scripts of the pages: a convenience that nothing depends on.
///
/// They look at text and attributes and write none.
enum PageScript {
  /// Shows the form and hides the entries that do not match it, with the months and years that are empty then.
  static let timeline = """
    (function () {
      "use strict";
      var form = document.querySelector("form.filter");
      if (!form) { return; }
      var entries = Array.prototype.slice.call(document.querySelectorAll(".entry"));
      var texts = entries.map(function (entry) { return entry.textContent.toLowerCase(); });
      var years = Array.prototype.slice.call(document.querySelectorAll(".year"));
      function apply() {
        var words = form.words.value.toLowerCase().split(/\\s+/).filter(Boolean);
        var country = form.country.value, status = form.status.value, type = form.type.value;
        var facts = form.facts.checked, shown = 0;
        entries.forEach(function (entry, index) {
          var isFact = entry.classList.contains("fact");
          var matches = (facts || !isFact)
            && (!country || entry.dataset.countries.split(" ").indexOf(country) >= 0)
            && (!status || entry.dataset.status === status)
            && (!type || entry.dataset.type === type)
            && words.every(function (word) { return texts[index].indexOf(word) >= 0; });
          entry.hidden = !matches;
          if (matches) { shown += 1; }
        });
        years.forEach(function (year) {
          var month = null, any = false;
          Array.prototype.forEach.call(year.querySelectorAll(".axis > li"), function (item) {
            if (item.classList.contains("month")) { month = item; month.hidden = true; return; }
            if (!item.hidden) { any = true; if (month) { month.hidden = false; } }
          });
          year.hidden = !any;
        });
        form.querySelector("output").textContent =
          shown === entries.length ? "" : shown + " of " + entries.length + " entries";
      }
      form.addEventListener("input", apply);
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      form.hidden = false;
      apply();
    })();
    """

  /// Shows the search and hides what it does not find, with the letters and sections that are empty then.
  static let index = """
    (function () {
      "use strict";
      var form = document.querySelector("form.filter");
      if (!form) { return; }
      var slice = Array.prototype.slice;
      var items = slice.call(document.querySelectorAll(".item, .see"));
      var texts = items.map(function (item) {
        return item.textContent.toLowerCase();
      });
      var sections = slice.call(document.querySelectorAll("main > section"));
      function apply() {
        var words = form.words.value.toLowerCase().split(/\\s+/).filter(Boolean), shown = 0;
        items.forEach(function (item, index) {
          item.hidden = !words.every(function (word) { return texts[index].indexOf(word) >= 0; });
          if (!item.hidden) { shown += 1; }
        });
        sections.forEach(function (section) {
          var letter = null, any = false;
          slice.call(section.children).forEach(function (child) {
            if (child.classList.contains("letter")) { letter = child; letter.hidden = true; return; }
            if (!child.matches(".item, .see") || child.hidden) { return; }
            any = true;
            if (letter) { letter.hidden = false; }
          });
          section.hidden = !any;
        });
        form.querySelector("output").textContent = words.length ? shown + " found" : "";
      }
      form.addEventListener("input", apply);
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      form.hidden = false;
    })();
    """
}
