package dev.fovea.core.lint;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.ArrayList;
import java.util.List;

/**
 * The single entry point: from a model definition to its findings and facts, whichever front end read it.
 *
 * <p>The way of one model:
 *
 * <ol>
 *   <li>its acceptances are checked (they need a reason and the name of a rule);
 *   <li>the network is put together ({@code resolve}): blocks are expanded, attributes validated, names resolved, shapes
 *       and costs inferred; what makes a network unable to run is found here;
 *   <li>the receptive fields of all layers are computed, one axis at a time, and the dilation stacks found
 *       ({@code analysis}); sets of pixels ({@code support}) and numbers of paths ({@code paths}) are computed when
 *       something first asks for them;
 *   <li>the rules judge the analysed network ({@code rule}); of a block by itself only what makes it unable to run, or
 *       what no argument changes, is kept, since everything else depends on its users;
 *   <li>acceptances that accept nothing are found;
 *   <li>each finding gets the severity that the options ask for, or is dropped; the reason for which its author accepts
 *       it; and the member where it belongs, which is in a block where the block has the fault by itself;
 *   <li>the facts are written down ({@code report}) when they are first asked for, and pages ({@code html}) by whoever
 *       wants them.
 * </ol>
 */
public final class Lint {
    private Lint() {}

    /** Lints a model of at least one layer; a strictness that it states beats that of the options. */
    public static LintResult run(ModelDeclaration model, LintOptions options) {
        return run(model, List.of(), options);
    }

    /**
     * Lints a model of at least one layer; a strictness that it states beats that of the options.
     *
     * @param found what is wrong with the definition by itself, as a front end found it; reported first
     */
    public static LintResult run(ModelDeclaration model, List<Finding> found, LintOptions options) {
        SeverityPolicy policy = new SeverityPolicy(options);
        List<Finding> findings = new ArrayList<>(found);
        findings.addAll(policy.check(model));
        RuleRun run = RuleRun.of(model, options.hdc(), options.rules());
        findings.addAll(policy.check(run.built().acceptances()));
        findings.addAll(run.findings());
        if (model.isBlock()) {
            List<Finding> own = new ArrayList<>(BlockFaults.alone(model, findings));
            own.addAll(BlockFaults.certain(model, run));
            findings.retainAll(own);
        } else {
            findings.addAll(policy.unused(findings, model, run));
        }
        return new LintResult(model, run, policy, findings);
    }
}
