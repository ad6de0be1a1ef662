"use strict";
(() => {
  const form = document.querySelector(".filters");
  if (!form) return;
  const findings = [...document.querySelectorAll(".finding")];
  const sections = [...new Set(findings.map((finding) => finding.parentElement))];
  const field = (name) => form.elements[name]?.value ?? "";
  const texts = new Map();
  const textOf = (finding) => {
    if (!texts.has(finding)) texts.set(finding, finding.textContent.toLowerCase());
    return texts.get(finding);
  };
  const wanted = (finding) =>
    ["verdict", "kind", "decision"].every((name) => !field(name) || finding.dataset[name] === field(name)) &&
    (!field("source") || finding.dataset.sources.split("\n").includes(field("source"))) &&
    field("text").toLowerCase().split(/\s+/).every((word) => textOf(finding).includes(word));
  const filter = () => {
    for (const finding of findings) finding.hidden = !wanted(finding);
    for (const section of sections) section.hidden = !section.querySelector(".finding:not([hidden])");
    const shown = findings.filter((finding) => !finding.hidden).length;
    form.elements.shown.value = `${shown} of ${findings.length} findings shown.`;
  };
  const step = (by) => {
    const shown = findings.filter((finding) => !finding.hidden);
    const at = shown.indexOf(document.activeElement.closest(".finding"));
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by];
    if (next) { next.focus(); next.scrollIntoView({ block: "start" }); }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { form.reset(); filter(); document.activeElement.blur(); return; }
    if (event.target.matches("input, select, textarea")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); form.elements.text.focus(); }
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
})();
