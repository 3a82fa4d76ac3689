"use strict";
// Filters the tables of models.
(function () {
  const tables = Array.from(document.querySelectorAll("table.sortable"));
  const rows = tables.flatMap(table => Array.from(table.tBodies[0].rows));

  const filter = document.getElementById("filter");
  const only = document.getElementById("only");

  function show() {
    const wanted = filter.value.trim().toLowerCase();
    let shown = 0;
    rows.forEach(row => {
      const fits = row.cells[0].textContent.toLowerCase().includes(wanted)
        && !(only.checked && row.dataset.grade === "sound");
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    document.getElementById("shown").textContent = shown === rows.length ? "" : shown + " of " + rows.length;
  }

  filter.addEventListener("input", show);
  only.addEventListener("change", show);
})();
