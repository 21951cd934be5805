// Runs axe-core on the page that this script stands in, and tells the page around it what it found:
// the width of the page, then a line for each element that breaks a rule.
(async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
  let lines;
  try {
    // What is folded away is read as well.
    for (const details of document.querySelectorAll("details")) details.open = true;
    const { violations } = await axe.run(document, { runOnly: tags });
    lines = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id} ${target.join(" ")}`));
    lines.unshift(String(innerWidth));
  } catch (error) {
    lines = [`failed: ${error}`];
  }
  parent.postMessage(lines.join("\n"), "*");
})();
