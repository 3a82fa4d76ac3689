"use strict";
// Says what a term means beside it, instead of leading down to the list of terms.
(function () {
  const tip = document.createElement("div");
  tip.id = "tip";
  tip.setAttribute("role", "status");
  tip.hidden = true;
  document.querySelector("main").append(tip);

  document.addEventListener("click", event => {
    const term = event.target.closest("a.term");
    tip.hidden = true;
    if (!term) {
      return;
    }
    event.preventDefault();
    tip.textContent = document.getElementById(term.getAttribute("href").slice(1)).querySelector("dd").textContent;
    tip.hidden = false;
    const place = term.getBoundingClientRect();
    tip.style.left = Math.max(0, Math.min(place.left, document.documentElement.clientWidth - tip.offsetWidth - 8)) + scrollX + "px";
    tip.style.top = place.bottom + scrollY + 4 + "px";
  });
  document.addEventListener("keydown", event => {
    tip.hidden = tip.hidden || event.key === "Escape";
  });
})();
