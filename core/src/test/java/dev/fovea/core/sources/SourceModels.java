package dev.fovea.core.sources;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.finding.Place;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.Remark;
import dev.fovea.core.sources.Written.Member;
import dev.fovea.core.sources.Written.Type;
import dev.fovea.core.sources.Written.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes declarations of the classes of a source, and knows where they are written. */
final class SourceModels {
    private static final Set<String> BESIDE = Set.of("Endpoint", "Expect", "Detects");

    private final DeclarationFactory factory = new DeclarationFactory();
    private final List<Type> types;
    private final Map<String, BlockDeclaration> blocks = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Map<Declaration, Anchor> anchors = new IdentityHashMap<>();

    /** What places on a member or a class are relative to. */
    record Anchor(int start, int end, Map<String, Written> annotations) {
        /** The region of a place: a value, else an annotation, else the name. */
        Value at(Place place) {
            Written annotation = annotations.get(place.annotation());
            if (annotation == null) {
                return new Value(start, end, "");
            }
            Value value = annotation.values().get(place.attribute());
            if (value == null) {
                return new Value(annotation.start(), annotation.end(), "");
            }
            return value.value() instanceof List<?>
                            && place.entry() >= 0
                            && place.entry() < value.entries().size()
                    ? value.entries().get(place.entry())
                    : value;
        }
    }

    SourceModels(List<Type> types) {
        this.types = types;
    }

    /** The model that a class defines; empty if it has no layers. */
    Optional<ModelDeclaration> model(Type type) {
        List<Declaration> layers = layers(type);
        if (layers.isEmpty()) {
            if (type.annotations().stream().anyMatch(one -> !one.name().equals("SuppressWarnings"))) {
                throw new UnreadException("annotations on a class without layers");
            }
            return Optional.empty();
        }
        Set<String> members = new HashSet<>();
        layers.forEach(layer -> members.add(layer.name()));
        List<Acceptance> acceptances = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Map<String, Written> written = new HashMap<>();
        for (Written annotation : remarksOf(type)) {
            Optional<String> layer = layer(annotation);
            if (layer.isEmpty() || !members.contains(layer.get())) {
                String key = keep(annotation, written);
                if (layer.isEmpty() && annotation.name().equals("Accept")) {
                    acceptances.add(acceptance(annotation, key));
                } else {
                    remarks.add(new Remark(annotation.name(), key, layer, values(annotation)));
                }
            }
        }
        acceptances.addAll(suppressed(type.annotations()));
        Map<String, Object> input = new HashMap<>(Map.of("axes", 2L, "channels", 0L, "size", List.of()));
        List<Long> objectSizes = new ArrayList<>();
        Optional<Hdc> hdc = Optional.empty();
        Optional<Written> network = type.annotation("Network");
        if (network.isPresent()) {
            written.put("Network", network.get());
            input.putAll(input(network.get(), written));
            for (Value size : Optional.ofNullable(network.get().values().get("objectSizes")).stream()
                    .flatMap(value -> value.entries().stream())
                    .toList()) {
                objectSizes.add((Long) size.value());
            }
            hdc = Optional.ofNullable(network.get().values().get("hdc"))
                    .map(value -> Hdc.valueOf((String) value.value()));
        }
        return Optional.of(new ModelDeclaration(
                type.name().replace('.', '$'),
                type.annotation("Block").isPresent(),
                input,
                objectSizes,
                hdc,
                layers,
                acceptances,
                remarks));
    }

    /** Where a place of a model is written. */
    Value at(Type model, Optional<Declaration> member, Place place) {
        if (member.isPresent()) {
            return anchors.get(member.get()).at(place);
        }
        Map<String, Written> written = new HashMap<>();
        remarksOf(model).stream()
                .filter(one -> layer(one)
                        .filter(name -> model.members().stream()
                                .anyMatch(field -> field.name().equals(name)))
                        .isEmpty())
                .forEach(one -> keep(one, written));
        model.annotation("SuppressWarnings").ifPresent(one -> written.put(one.name(), one));
        model.annotation("Network").ifPresent(network -> {
            written.put("Network", network);
            input(network, written);
        });
        return new Anchor(model.start(), model.end(), written).at(place);
    }

    private Map<String, Object> input(Written network, Map<String, Written> written) {
        Map<String, Object> input = new HashMap<>();
        Value nested = network.values().get("input");
        if (nested != null) {
            Written annotation = (Written) nested.value();
            written.put("Input", annotation);
            annotation.values().forEach((attribute, value) -> input.put(attribute, plain("Input", attribute, value)));
        }
        return input;
    }

    private List<Declaration> layers(Type type) {
        List<Declaration> layers = new ArrayList<>();
        for (Member member : type.members()) {
            List<Written> operations = member.annotations().stream()
                    .filter(one -> Operation.annotated(one.name()).isPresent())
                    .toList();
            if (member.type().contains(".") || member.type().endsWith("Block")) {
                throw new UnreadException("a field of a framework's type");
            }
            if (operations.isEmpty()) {
                if (!member.annotations().isEmpty()) {
                    throw new UnreadException("annotations on what is no layer");
                }
                continue;
            }
            if (operations.size() > 1 || member.isStatic()) {
                throw new UnreadException("a conflict");
            }
            layers.add(layer(type, member, operations.get(0)));
        }
        return layers;
    }

    private Declaration layer(Type type, Member member, Written layer) {
        Operation operation = Operation.annotated(layer.name()).orElseThrow();
        Map<String, Written> written = new HashMap<>(Map.of("", layer, layer.name(), layer));
        Map<String, Map<String, Object>> beside = new HashMap<>();
        List<Acceptance> acceptances = new ArrayList<>();
        for (Written own : remarks(member.annotations())) {
            if (layer(own).isPresent()) {
                throw new UnreadException("a layer of a layer");
            }
            remark(own, written, beside, acceptances);
        }
        for (Written suppressed : member.annotations()) {
            if (suppressed.name().equals("SuppressWarnings")) {
                written.put(suppressed.name(), suppressed);
            }
        }
        acceptances.addAll(suppressed(member.annotations()));
        for (Written ofClass : remarksOf(type)) {
            if (layer(ofClass).equals(Optional.of(member.name()))) {
                remark(ofClass, written, beside, acceptances);
            }
        }
        Declaration declaration = new Declaration(
                member.name(),
                operation,
                values(layer),
                beside,
                acceptances,
                operation == Operation.USE
                        ? Optional.of(block((String) layer.values().get("block").value()))
                        : Optional.empty(),
                false);
        anchors.put(
                declaration,
                new Anchor(member.start(), member.start() + member.name().length(), written));
        return declaration;
    }

    private void remark(
            Written annotation,
            Map<String, Written> written,
            Map<String, Map<String, Object>> beside,
            List<Acceptance> acceptances) {
        String key = keep(annotation, written);
        if (annotation.name().equals("Accept")) {
            acceptances.add(acceptance(annotation, key));
        } else if (beside.put(annotation.name(), values(annotation)) != null) {
            throw new UnreadException("two of a kind");
        }
    }

    private BlockDeclaration block(String name) {
        Type type = types.stream()
                .filter(one -> one.name().equals(name) || one.name().endsWith("." + name))
                .findFirst()
                .orElseThrow(() -> new UnreadException("a block that is not there"));
        BlockDeclaration known = blocks.get(type.name());
        if (known != null) {
            return known;
        }
        if (!open.add(type.name()) || type.annotation("Block").isEmpty()) {
            throw new UnreadException("a block that is none");
        }
        List<Declaration> layers = layers(type);
        if (layers.isEmpty()) {
            throw new UnreadException("a block without layers");
        }
        List<Acceptance> acceptances = new ArrayList<>();
        Map<String, Written> written = new HashMap<>();
        for (Written annotation : remarksOf(type)) {
            String key = keep(annotation, written);
            if (annotation.name().equals("Accept") && layer(annotation).isEmpty()) {
                acceptances.add(acceptance(annotation, key));
            }
        }
        acceptances.addAll(suppressed(type.annotations()));
        long axes = type.annotation("Network")
                .map(network -> (Long) input(network, new HashMap<>()).getOrDefault("axes", 2L))
                .orElse(2L);
        BlockDeclaration block = new BlockDeclaration(type.name(), true, axes, layers, acceptances);
        open.remove(type.name());
        blocks.put(type.name(), block);
        return block;
    }

    private static List<Written> remarksOf(Type type) {
        return remarks(type.annotations());
    }

    private static List<Written> remarks(List<Written> annotations) {
        return annotations.stream()
                .filter(one -> one.name().equals("Accept") || BESIDE.contains(one.name()))
                .toList();
    }

    private static Optional<String> layer(Written annotation) {
        return Optional.ofNullable(annotation.values().get("layer")).map(value -> (String) value.value());
    }

    private Acceptance acceptance(Written annotation, String key) {
        Map<String, Object> values = values(annotation);
        List<String> rules = new ArrayList<>();
        ((List<?>) values.get("value")).forEach(rule -> rules.add((String) rule));
        return new Acceptance(key, rules, (String) values.get("reason"));
    }

    private static List<Acceptance> suppressed(List<Written> annotations) {
        return annotations.stream()
                .filter(one -> one.name().equals("SuppressWarnings"))
                .map(one -> new Acceptance(
                        one.name(),
                        one.values().get("value").entries().stream()
                                .map(value -> (String) value.value())
                                .toList(),
                        "@SuppressWarnings"))
                .toList();
    }

    private static String keep(Written annotation, Map<String, Written> written) {
        String key = annotation.name();
        for (int number = 2; written.containsKey(key); number++) {
            key = annotation.name() + " " + number;
        }
        written.put(key, annotation);
        return key;
    }

    private Map<String, Object> values(Written annotation) {
        Map<String, Object> stated = new LinkedHashMap<>();
        annotation
                .values()
                .forEach((attribute, value) -> stated.put(attribute, plain(annotation.name(), attribute, value)));
        try {
            return factory.values(annotation.name(), stated);
        } catch (IllegalArgumentException unknown) {
            throw new UnreadException(unknown.getMessage());
        }
    }

    private static Object plain(String annotation, String attribute, Value value) {
        try {
            Class<?> type = Class.forName("dev.fovea." + annotation)
                    .getDeclaredMethod(attribute)
                    .getReturnType();
            Object plain = value.plain(type.isArray());
            return type == double.class && plain instanceof Long number ? (Object) number.doubleValue() : plain;
        } catch (ReflectiveOperationException unknown) {
            throw new UnreadException(annotation + "." + attribute);
        }
    }
}
