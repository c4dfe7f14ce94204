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
}
