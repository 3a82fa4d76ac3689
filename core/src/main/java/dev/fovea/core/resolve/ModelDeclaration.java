package dev.fovea.core.resolve;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.finding.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model definition as its author wrote it.
 *
 * @param model binary name of the class
 * @param isBlock whether it is a block, whose placeholders take the defaults of {@code @Use}
 * @param input attributes of {@code @Input}, defaults included
 * @param objectSizes as written
 * @param hdc how strictly to judge, where stated
 * @param layers the annotated members, in declaration order
 * @param acceptances rules accepted on the class
 * @param remarks what is said on the class of layers within the blocks that it uses, and of the network
 */
public record ModelDeclaration(
        String model,
        boolean isBlock,
        Map<String, Object> input,
        List<Long> objectSizes,
        Optional<Hdc> hdc,
        List<Declaration> layers,
        List<Acceptance> acceptances,
        List<Remark> remarks) {
    /** A model that says nothing as a whole of single layers. */
    public ModelDeclaration(
            String model,
            boolean isBlock,
            Map<String, Object> input,
            List<Long> objectSizes,
            Optional<Hdc> hdc,
            List<Declaration> layers,
            List<Acceptance> acceptances) {
        this(model, isBlock, input, objectSizes, hdc, layers, acceptances, List.of());
    }

    /** A model that is not a block, without acceptances and objects. */
    public ModelDeclaration(String model, Map<String, Object> input, Optional<Hdc> hdc, List<Declaration> layers) {
        this(model, false, input, List.of(), hdc, layers, List.of());
    }

    /** The declarations that lead to a layer, outermost first. */
    public List<Declaration> declarations(Site site) {
        List<Declaration> path = new ArrayList<>();
        List<Declaration> members = layers;
        for (Site.Part part : site.parts()) {
            Declaration member = members.get(part.index());
            path.add(member);
            members = member.block().map(BlockDeclaration::layers).orElse(List.of());
        }
        return path;
    }

    /** The member at the end of a site, as messages name it: {@code conv1}, or {@code Block.conv1}. */
    public String member(Site site) {
        List<Declaration> path = declarations(site);
        String name = path.get(path.size() - 1).name();
        return path.size() == 1
                ? name
                : path.get(path.size() - 2)
                        .block()
                        .map(block -> BlockDeclaration.member(block.name(), name))
                        .orElse(name);
    }

    /** The model of a block's own report. */
    public static ModelDeclaration of(BlockDeclaration block) {
        Map<String, Object> input = Map.of("axes", block.axes(), "channels", 0L, "size", List.of());
        return new ModelDeclaration(
                block.name(), true, input, List.of(), Optional.empty(), block.layers(), block.acceptances());
    }
}
