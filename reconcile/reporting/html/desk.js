"use strict";
(() => {
  const notice = document.querySelector(".fresh");
  const typed = () => [...document.querySelectorAll(".decide input[name=words]")].some((i) => i.value !== i.defaultValue);
  const look = async () => {
    try {
      const state = await (await fetch("/state")).text();
      if (state === notice.dataset.state) return;
      if (typed()) notice.hidden = false;
      else location.reload();
    } catch { /* the server was stopped; the page stays as it is */ }
  };
  setInterval(look, 2000);
})();
