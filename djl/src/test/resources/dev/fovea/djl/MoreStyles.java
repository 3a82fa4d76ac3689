package styles;

import static styles.Styles.conv;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.fovea.Input;
import dev.fovea.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same with blocks of their own, branches, instances and texts. */
class MoreStyles {
    @Network(input = @Input(channels = 3, size = 32))
    static Block switchExpression() {
        SequentialBlock net = new SequentialBlock();
        for (String kind : new String[] {"conv", "pool", "act", "conv"}) {
            Block block = switch (kind) {
                case "conv" -> conv(8, 3, 1);
                case "pool" -> Pool.avgPool2dBlock(new Shape(2, 2), new Shape(2, 2));
                default -> {
                    Block made = Blocks.identityBlock();
                    yield new SequentialBlock().add(made).add(Activation.leakyReluBlock(0.2f));
                }
            };
            net.add(block);
        }
        return net;
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block labelled() {
        SequentialBlock net = new SequentialBlock();
        outer:
        for (int i = 0; ; i++) {
            for (int k = 1; k < 6; k += 2) {
                if (i * k > 6) {
                    break outer;
                }
                if (k == i) {
                    continue outer;
                }
                net.add(conv(i + k, k, 1));
            }
        }
        return net;
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block optional() {
        Optional<Integer> kernel = Optional.of(5).filter(k -> k > 6);
        return new SequentialBlock().add(conv(8, kernel.orElse(3), Optional.of(1).map(s -> s * 2).get()));
    }

    static final class Bottleneck extends AbstractBlock {
        private final Block[] convs = new Block[2];
        private Block shortcut;

        Bottleneck(int filters, int stride, boolean project) {
            super((byte) 1);
            convs[0] = addChildBlock("reduce", conv(filters / 2, 1, 1));
            convs[1] = addChildBlock("expand", conv(filters, 3, stride));
            if (project) {
                shortcut = addChildBlock("shortcut", conv(filters, 3, stride));
            }
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
            NDList x = inputs;
            for (Block each : convs) {
                x = each.forward(store, x, training);
                x = new NDList(Activation.relu(x.singletonOrThrow()));
            }
            NDArray kept =
                    shortcut == null ? inputs.get(0) : shortcut.forward(store, inputs, training).get(0);
            return new NDList(x.get(0).add(kept));
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputs) {
            return convs[1].getOutputShapes(convs[0].getOutputShapes(inputs));
        }

        @Override
        protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
            convs[0].initialize(manager, type, inputs);
            convs[1].initialize(manager, type, convs[0].getOutputShapes(inputs));
            if (shortcut != null) {
                shortcut.initialize(manager, type, inputs);
            }
        }
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block ownBlocks() {
        SequentialBlock net = new SequentialBlock();
        int filters = 16;
        for (int i = 0; i < 3; i++, filters *= 2) {
            net.add(new Bottleneck(filters, i == 0 ? 1 : 2, true));
            net.add(new Bottleneck(filters, 1, false));
        }
        return net;
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block parallel() {
        ParallelBlock inception = new ParallelBlock(
                lists -> {
                    NDList joined = new NDList();
                    for (NDList one : lists) {
                        joined.add(one.head());
                    }
                    return new NDList(NDArrays.concat(joined, 1));
                },
                new ArrayList<>());
        for (int k = 1; k <= 5; k += 2) {
            inception.add(conv(4 * k, k, 1));
        }
        inception.add(Blocks.identityBlock());
        return new SequentialBlock().add(inception).add(conv(8, 3, 1));
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block staticBlock() {
        return new SequentialBlock()
                .add(new ParallelBlock(MoreStyles::sum, List.of(conv(8, 3, 1), conv(8, 5, 1), conv(8, 1, 1))))
                .add(new LambdaBlock(x -> new NDList(x.singletonOrThrow().getNDArrayInternal().relu())))
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(Constants.CLASSES).optBias(false).build());
    }

    static NDList sum(List<NDList> all) {
        NDArray total = all.get(0).singletonOrThrow();
        for (int i = 1; i < all.size(); i++) {
            total = total.add(all.get(i).singletonOrThrow());
        }
        return new NDList(total);
    }

    interface Constants {
        int CLASSES = Nested.BASE * 5;

        final class Nested {
            static final int BASE;

            static {
                BASE = 2;
            }
        }
    }

    private final int width;
    private int calls;

    MoreStyles() {
        this(8);
    }

    MoreStyles(int width) {
        this.width = width;
    }

    private Block next() {
        return conv(width * ++calls, 3, calls % 2 + 1);
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block instance() {
        MoreStyles styles = new MoreStyles();
        Block one = styles.next();
        Block two = styles.next();
        return new SequentialBlock().add(one).add(two).add(styles.next());
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block removed() {
        SequentialBlock net = new SequentialBlock().add(conv(8, 3, 1)).add(conv(8, 3, 2)).add(conv(9, 3, 1));
        net.removeLastBlock();
        net.replaceLastBlock(conv(10, 5, 1));
        return net;
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block strings() {
        String text = "c8,3,1;c16,3,2;p2";
        SequentialBlock net = new SequentialBlock();
        for (String part : text.split(";")) {
            if (part.startsWith("c")) {
                String[] numbers = part.substring(1).split(",");
                net.add(conv(Integer.parseInt(numbers[0]), Integer.valueOf(numbers[1]), Integer.parseInt(numbers[2])));
            } else {
                int size = part.charAt(1) - '0';
                net.add(Pool.maxPool2dBlock(new Shape(size, size), new Shape(size, size)));
            }
        }
        return net;
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block sorted() {
        List<Integer> widths = new ArrayList<>(Arrays.asList(24, 8, 16));
        Collections.sort(widths);
        Collections.reverse(widths.subList(0, 2));
        SequentialBlock net = new SequentialBlock();
        widths.stream().filter(w -> w != 24).mapToInt(Integer::intValue).forEach(w -> net.add(conv(w, 3, 1)));
        return net.add(conv(widths.stream().mapToInt(w -> w).sum(), 1, 1));
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block shapes() {
        long[] kernel = {3, 5};
        Shape shape = new Shape(kernel);
        Shape rate = new Shape(2).addAll(new Shape(1));
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(shape)
                        .setFilters((int) shape.size())
                        .optPadding(new Shape(shape.get(0) / 2, shape.get(1) / 2))
                        .optDilation(rate)
                        .optGroups(3)
                        .build());
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block hashed() {
        Map<String, Integer> widths = new HashMap<>();
        for (String name : List.of("stem", "body", "head", "tail")) {
            widths.put(name, widths.size() + 4);
        }
        SequentialBlock net = new SequentialBlock();
        for (int width : widths.values()) {
            net.add(conv(width, 3, 1));
        }
        return net;
    }
}
