"use strict";
// The gravest finding of each layer; one on a stack is one of all its layers.
(function () {
  const OF_STACKS = ["DilationCommonDivisor", "DilationGap", "CoverageHole"];
  const order = ["error", "warning", "note", "accepted"];
  const report = fovea.report;
  const findings = new Map(report.layers.map(layer => [layer.name, []]));

  report.diagnostics.forEach((finding, index) => {
    const stack = OF_STACKS.includes(finding.rule) && report.stacks.find(one => one.layers.includes(finding.layer));
    (stack ? stack.layers : [finding.layer]).filter(name => findings.has(name)).forEach(name => {
      findings.get(name).push({ finding: finding, index: index, grade: finding.suppressed ? "accepted" : finding.severity });
    });
  });

  /** Of a layer or a block; undefined where nothing was found. */
  fovea.grade = node => {
    const grades = fovea.leaves(node).filter(leaf => leaf.layer)
      .flatMap(leaf => findings.get(leaf.layer.name)).map(one => one.grade);
    return order.find(grade => grades.includes(grade));
  };
  fovea.findings = findings;
})();
