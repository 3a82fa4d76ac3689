"use strict";
// Sorts and filters the tables of models.
(function () {
  const tables = Array.from(document.querySelectorAll("table.sortable"));
  const rows = tables.flatMap(table => Array.from(table.tBodies[0].rows));

  function value(row, column) {
    const cell = row.cells[column];
    if (cell.dataset.key === undefined) {
      return cell.textContent;
    }
    return cell.dataset.key === "" ? null : Number(cell.dataset.key);
  }

  function compare(column, sign) {
    return (a, b) => {
      const left = value(a, column);
      const right = value(b, column);
      if (left === null || right === null) {
        return (left === null) - (right === null);
      }
      return sign * (left < right ? -1 : left > right ? 1 : 0);
    };
  }

  tables.forEach(table => {
    const order = Array.from(table.tBodies[0].rows);
    const headings = Array.from(table.tHead.rows[0].cells);
    headings.forEach((heading, column) => heading.querySelector("button").addEventListener("click", () => {
      const descending = heading.getAttribute("aria-sort") === "ascending";
      headings.forEach(other => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      table.tBodies[0].append(...order.slice().sort(compare(column, descending ? -1 : 1)));
    }));
  });

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
