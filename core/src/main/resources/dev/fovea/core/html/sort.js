"use strict";
// Sorts tables by a click on a heading: by number where a column has numbers; what is unknown goes last.
(function () {
  function value(row, column, numeric) {
    const cell = row.cells[column];
    if (!numeric) {
      return cell.textContent;
    }
    return cell.dataset.key ? Number(cell.dataset.key) : null;
  }

  function compare(column, sign, numeric) {
    return (a, b) => {
      const left = value(a, column, numeric);
      const right = value(b, column, numeric);
      if (left === null || right === null) {
        return (left === null) - (right === null);
      }
      return sign * (left < right ? -1 : left > right ? 1 : 0);
    };
  }

  document.querySelectorAll("table.sortable").forEach(table => {
    const order = Array.from(table.tBodies[0].rows);
    const headings = Array.from(table.tHead.rows[0].cells);
    headings.forEach((heading, column) => heading.querySelector("button").addEventListener("click", () => {
      const descending = heading.getAttribute("aria-sort") === "ascending";
      headings.forEach(other => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const numeric = order.some(row => row.cells[column].dataset.key);
      table.tBodies[0].append(...order.slice().sort(compare(column, descending ? -1 : 1, numeric)));
    }));
  });
})();
