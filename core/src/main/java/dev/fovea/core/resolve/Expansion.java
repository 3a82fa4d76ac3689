package dev.fovea.core.resolve;

import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Site;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Marks;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns declarations into layers one by one, the layers of used blocks included. */
final class Expansion {
    /** Layers beyond which a network is not expanded. */
    static final int MOST_LAYERS = 100_000;

    private final Assembly assembly;
    private final Problems problems;
    private final ModelDeclaration model;
    private final Marking marking;
    private final boolean axesValid;
    private final ExpandedSize sizes = new ExpandedSize();
    private final boolean fits;
    private long counted;
    private boolean full;

    /** @param axesValid false if the number of axes has a fault, so that nothing can be said of any layer */
    Expansion(Assembly assembly, ModelDeclaration model, Marking marking, boolean axesValid) {
        this.assembly = assembly;
        this.problems = assembly.problems();
        this.model = model;
        this.marking = marking;
        this.axesValid = axesValid;
        this.fits = sizes.of(model.layers()) <= MOST_LAYERS;
    }

    /** Builds all layers; returns the layers that the names of the model's declarations stand for. */
    Map<String, Integer> run() {
        References names = new References(assembly, "", Network.INPUT, model.layers());
        Map<String, Integer> outputs = new LinkedHashMap<>();
        for (int i = 0; i < model.layers().size(); i++) {
            Declaration written = model.layers().get(i);
            Site site = Site.of(i, written.name());
            counted += sizes.of(written);
            if (model.isBlock()) {
                Declaration replaced = Params.DEFAULTS.replace(written, written.name());
                build(names, site, written.name(), replaced, written.beside());
            } else if (hasNoPlaceholder(site, written)) {
                build(names, site, written.name(), written, written.beside());
            } else {
                add(
                        names,
                        written.name(),
                        builder(names, site, Declaration.broken(written.name(), written.operation()))
                                .unknown());
            }
            outputs.put(written.name(), names.previous());
        }
        return outputs;
    }

    private boolean hasNoPlaceholder(Site site, Declaration written) {
        boolean none = true;
        for (Map.Entry<String, Object> attribute : written.values().entrySet()) {
            if (Params.attribute(attribute.getValue()).isPresent()) {
                none = false;
                problems.add(
                        Structural.BLOCK_CYCLE,
                        Place.attribute(site, attribute.getKey()),
                        "%s of %s is a placeholder of Param, but its class is not a @Block; write a number, or annotate the class with @Block"
                                .formatted(attribute.getKey(), written.name()));
            }
        }
        return none;
    }

    /**
     * Builds one declaration.
     *
     * @param local the name by which its neighbours refer to it
     * @param beside the annotations beside it, which hold for its output
     */
    private void build(
            References names,
            Site site,
            String local,
            Declaration declaration,
            Map<String, Map<String, Object>> beside) {
        int first = assembly.layers().size();
        expand(names, site, local, declaration, beside);
        names.weights().settle(names, site, local, declaration, first);
    }

    private void expand(
            References names,
            Site site,
            String local,
            Declaration declaration,
            Map<String, Map<String, Object>> beside) {
        if (declaration.isUse() && !declaration.isBroken()) {
            use(names, site, local, declaration, beside);
        } else if (declaration.operation() == Operation.SEPARABLE_CONV && !declaration.isBroken()) {
            separable(names, site, local, declaration, beside);
        } else {
            add(names, local, layer(names, builder(names, site, declaration), beside));
        }
    }

    private void add(References names, String local, Layer layer) {
        names.define(local, assembly.add(layer));
    }

    private LayerBuilder builder(References names, Site site, Declaration declaration) {
        Attributes attributes = new Attributes(declaration.name(), declaration.values(), Place.layer(site), problems);
        return new LayerBuilder(assembly, site, declaration, List.of(names.previous()), attributes);
    }

    private Layer layer(References names, LayerBuilder builder, Map<String, Map<String, Object>> beside) {
        Declaration declaration = builder.declaration;
        if (!axesValid) {
            return builder.unknown();
        }
        Marks marks = marking.of(builder.site, declaration.name(), beside);
        if (declaration.isBroken()) {
            return builder.unknown();
        }
        try {
            Optional<References.Sources> sources = names.sources(
                    declaration, builder.attributes, declaration.operation().isMerge());
            if (sources.isEmpty()) {
                return builder.unknown();
            }
            builder.sources = sources.get().layers();
            builder.entries = sources.get().entries();
            if (declaration.isUnread() || Params.areUnknown(declaration)) {
                return builder.unknown();
            }
            Operations.build(builder, names);
            return builder.attributes.areValid() ? builder.layer(marks) : builder.unknown();
        } catch (ArithmeticException overflow) {
            problems.add(
                    Structural.INVALID_ATTRIBUTE,
                    Place.layer(builder.site),
                    "the figures of %s exceed what 64 bits hold; use smaller attributes".formatted(declaration.name()));
            return builder.unknown();
        }
    }

    private void separable(
            References names, Site site, String local, Declaration separable, Map<String, Map<String, Object>> beside) {
        LayerBuilder builder = builder(names, site, separable);
        Optional<References.Sources> sources = names.sources(separable, builder.attributes, false);
        OptionalLong channels = sources.isPresent()
                ? assembly.shape(sources.get().layers().get(0)).channels()
                : OptionalLong.empty();
        Optional<SeparableConvolution> parts = SeparableConvolution.of(separable, builder.attributes, channels);
        if (sources.isEmpty() || parts.isEmpty() || !axesValid || Params.areUnknown(separable)) {
            if (axesValid) {
                marking.of(site, separable.name(), beside);
            }
            add(names, local, builder.unknown());
            return;
        }
        names.follow(assembly.add(layer(names, builder(names, site, parts.get().depthwise()), Map.of())));
        add(names, local, layer(names, builder(names, site, parts.get().pointwise()), beside));
    }

    private void use(
            References names, Site site, String local, Declaration use, Map<String, Map<String, Object>> beside) {
        LayerBuilder builder = builder(names, site, use);
        Attributes attributes = builder.attributes;
        Optional<References.Sources> sources = names.sources(use, attributes, false);
        long repeat = attributes.number("repeat", 1);
        Params.check(attributes);
        use.block().ifPresent(block -> Params.checkArguments(attributes, block));
        long rates =
                attributes.isUnstated("rate") ? 0 : attributes.numbers("rate").size();
        if (rates > 1 && rates != repeat && !attributes.isUnstated("repeat")) {
            attributes.invalid(
                    "rate",
                    -1,
                    "rate of %s has %s entries; it takes 1 (for all repetitions) or %s (one for each)"
                            .formatted(use.name(), rates, repeat));
        }
        boolean isKnown = sources.isPresent()
                && attributes.areValid()
                && use.block().isPresent()
                && !Params.areUnknown(use)
                && hasRoom(site, use);
        if (!isKnown || !axesValid) {
            if (axesValid) {
                marking.of(site, use.name(), beside);
            }
            add(names, local, builder.unknown());
            return;
        }
        BlockDeclaration block = use.block().get();
        int output = sources.get().layers().get(0);
        UsedBlock endpoints = new UsedBlock(block);
        for (long i = 0; i < repeat && !full; i++) {
            String prefix = use.name() + (repeat == 1 ? "" : "[" + i + "]") + ".";
            References inner = new References(assembly, prefix, output, block.layers());
            Params params = Params.of(attributes, i);
            boolean last = i == repeat - 1;
            for (int k = 0; k < block.layers().size() && !isFull(site, use.name()); k++) {
                Declaration written = block.layers().get(k);
                boolean isOutput = last && k == block.layers().size() - 1;
                build(
                        inner,
                        site.within((int) i, k, written.name()),
                        written.name(),
                        params.replace(written, inner.expanded(written.name())),
                        isOutput ? beside : Map.of());
            }
            output = inner.previous();
            if (!full) {
                endpoints.add(inner);
            }
        }
        if (full) {
            names.define(local, output);
        } else {
            names.define(local, output, endpoints);
        }
    }

    /** False in a network that uses would expand too far, of which none is expanded then; the first with which it is too far is reported. */
    private boolean hasRoom(Site site, Declaration use) {
        if (counted > MOST_LAYERS && !full) {
            full = true;
            if (!isTooLargeItself(use)) {
                reportFull(site, use.name());
            }
        }
        return fits;
    }

    /** True if the block of a use is too large by itself, where its author is told. */
    private boolean isTooLargeItself(Declaration use) {
        return use.block()
                .filter(BlockDeclaration::isSource)
                .filter(block -> sizes.of(block) > MOST_LAYERS)
                .isPresent();
    }

    private void reportFull(Site site, String use) {
        problems.add(
                Structural.INVALID_ATTRIBUTE,
                Place.attribute(site, "repeat"),
                "%s expands the network beyond %s layers; use fewer repetitions".formatted(use, MOST_LAYERS));
    }

    private boolean isFull(Site site, String use) {
        if (!full && assembly.layers().size() >= MOST_LAYERS) {
            full = true;
            reportFull(site, use);
        }
        return full;
    }
}
