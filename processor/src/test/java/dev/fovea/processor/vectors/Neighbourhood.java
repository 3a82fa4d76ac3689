package dev.fovea.processor.vectors;

import dev.fovea.core.finding.Site;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.testing.Edit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Where findings lie, seen from a number that was changed. <i>At</i> it: on the member that has it, on a member of the block
 * that it is an argument of, or on the model. <i>Beside</i> it: on what that reads, on what is made of that alone, up to the first merge with
 * something else, where alone it can show, and on what shares weights with one of these.
 */
final class Neighbourhood {
    private final LintResult result;
    private final BitSet at = new BitSet();
    private final BitSet beside = new BitSet();
    private final String attribute;
    private final String number;

    Neighbourhood(LintResult result, Edit edit) {
        this.result = result;
        this.number = " at %s (now ".formatted(edit.member().replaceAll(".*\\.(?=[^.]+\\.)", ""));
        this.attribute = edit.attribute();
        for (int i = 0; i < layers().size(); i++) {
            if (isMember(layers().get(i).site(), edit.member())) {
                at.set(i);
            }
        }
        BitSet alone = (BitSet) at.clone();
        for (int i = 0; i < layers().size(); i++) {
            for (Link link : layers().get(i).links()) {
                if (at.get(i) && link.source() != Network.INPUT) {
                    beside.set(link.source());
                }
                if (link.source() != Network.INPUT && alone.get(link.source())) {
                    beside.set(i);
                    alone.set(i, layers().get(i).links().size() == 1 || alone.get(i));
                }
            }
        }
        addSharers();
    }

    private List<Layer> layers() {
        return result.network().network().layers();
    }

    /** {@code true} where a member, with the name that an edit gives it, is on the way to a layer. */
    private boolean isMember(Site site, String member) {
        String block = "";
        for (Declaration one : result.model().declarations(site)) {
            if ((block + one.name()).equals(member)) {
                return true;
            }
            block = one.block().map(BlockDeclaration::name).orElse("") + ".";
        }
        return false;
    }

    private void addSharers() {
        for (int i = 0; i < result.model().layers().size(); i++) {
            Declaration sharer = result.model().layers().get(i);
            Object bearer = sharer.values().getOrDefault("shared", "");
            for (int layer = 0; layer < layers().size(); layer++) {
                boolean isTied = (at.get(layer) || beside.get(layer))
                        && layers().get(layer).site().outermost().name().equals(bearer);
                if (isTied) {
                    set(sharer.name());
                    break;
                }
            }
        }
    }

    private void set(String member) {
        for (int i = 0; i < layers().size(); i++) {
            if (layers().get(i).site().outermost().name().equals(member)) {
                beside.set(i);
            }
        }
    }

    /** {@code at}, {@code beside}, {@code named} or {@code far}: the nearest place of one defect, or that its message names the number. */
    String where(List<LintFinding> defect) {
        String where = "far";
        for (LintFinding found : defect) {
            if (found.finding().place().site().isEmpty()) {
                return "at";
            }
            List<Site.Part> parts = found.finding().place().site().get().parts();
            for (int i = 0; i < layers().size(); i++) {
                List<Site.Part> layer = layers().get(i).site().parts();
                boolean isThere = layer.size() >= parts.size()
                        && names(layer.subList(0, parts.size())).equals(names(parts));
                if (isThere && at.get(i)) {
                    return "at";
                }
                where = isThere && beside.get(i) ? "beside" : where;
            }
        }
        return where.equals("far") && isNamed(defect) ? "named" : where;
    }

    /** True if a message says what number to write where one was changed. */
    private boolean isNamed(List<LintFinding> defect) {
        return defect.stream()
                .flatMap(found -> found.message().lines())
                .flatMap(line -> Arrays.stream(line.split("; or |: ")))
                .anyMatch(change -> change.startsWith(attribute + " = ") && change.contains(number));
    }

    private static List<String> names(List<Site.Part> parts) {
        return parts.stream().map(Site.Part::name).toList();
    }
}
