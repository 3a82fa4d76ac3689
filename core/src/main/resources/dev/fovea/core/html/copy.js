"use strict";
// Copies what a button offers, and unfolds what a link leads to.
(function () {
  function copyText(text) {
    const fallBack = () => {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    };
    return navigator.clipboard ? navigator.clipboard.writeText(text).then(() => true, fallBack) : Promise.resolve(fallBack());
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("button.copy");
    if (button) {
      copyText(button.dataset.copy).then(done => {
        button.textContent = done ? "Copied" : "Not allowed";
      });
    }
    const unfold = event.target.closest("a.unfold");
    if (unfold) {
      document.getElementById(unfold.getAttribute("href").slice(1)).open = true;
    }
  });

  const whole = document.getElementById("copy");
  whole?.addEventListener("click", () => {
    copyText(document.getElementById("csv").textContent).then(done => {
      document.getElementById("copied").textContent =
        done ? "Copied " + document.querySelectorAll("table.sortable tbody tr").length + " layers." : "The browser did not allow it.";
    });
  });
})();
