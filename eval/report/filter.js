"use strict";
(() => {
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const samples = [...document.querySelectorAll(".sample")];
  const texts = new Map();

  const textOf = (sample) => {
    if (!texts.has(sample)) texts.set(sample, sample.textContent.toLowerCase());
    return texts.get(sample);
  };

  const apply = () => {
    const { text, ...exact } = Object.fromEntries(new FormData(form));
    const needle = text.trim().toLowerCase();
    let count = 0;
    for (const sample of samples) {
      const fits =
        Object.entries(exact).every(([name, value]) => !value || sample.dataset[name] === value) &&
        (!needle || textOf(sample).includes(needle));
      sample.hidden = !fits;
      count += fits;
    }
    shown.textContent = `${count} of ${samples.length}`;
  };

  // A link with #model=embedded&verdict=different opens the page with this choice.
  const follow = () => {
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
      if (form.elements[name]) form.elements[name].value = value;
    }
    apply();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  addEventListener("hashchange", follow);
  follow();
})();
