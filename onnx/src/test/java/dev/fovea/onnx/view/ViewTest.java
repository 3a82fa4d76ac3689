package dev.fovea.onnx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.onnx.fold.Num;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Views against tensors whose elements are moved one by one. */
final class ViewTest {
    private static final int[] EXTENTS = {12, 6, 8};

    /** A tensor of the numbers of a map's elements. */
    private record Elements(int[] shape, int[] numbers) {
        Elements transposed(List<Integer> order) {
            int[] result = new int[numbers.length];
            int[] to = order.stream().mapToInt(axis -> shape[axis]).toArray();
            for (int flat = 0; flat < result.length; flat++) {
                int[] place = place(flat, to);
                int[] from = new int[place.length];
                for (int i = 0; i < place.length; i++) {
                    from[order.get(i)] = place[i];
                }
                result[flat] = numbers[flat(from, shape)];
            }
            return new Elements(to, result);
        }
    }

    private static int[] place(int flat, int[] shape) {
        int[] place = new int[shape.length];
        int rest = flat;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            place[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return place;
    }

    private static int flat(int[] place, int[] shape) {
        int flat = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            flat = flat * shape[axis] + place[axis];
        }
        return flat;
    }

    @Test
    void randomReshapesAndTransposesMoveAtomsAsTheyMoveElements() {
        Random random = new Random(15);
        int reshaped = 0;
        for (int round = 0; round < 300; round++) {
            View view = new View(0, List.of(atoms(1, 12), atoms(2, 6), atoms(3, 8)));
            int[] numbers = new int[12 * 6 * 8];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = i;
            }
            Elements elements = new Elements(EXTENTS, numbers);
            for (int step = 0; step < 4; step++) {
                if (random.nextBoolean()) {
                    List<Integer> order = new ArrayList<>();
                    for (int axis = 0; axis < view.rank(); axis++) {
                        order.add(axis);
                    }
                    Collections.shuffle(order, random);
                    view = view.permuted(order);
                    elements = elements.transposed(order);
                } else {
                    int[] shape = shape(random, numbers.length);
                    List<Num> sizes = new ArrayList<>();
                    for (int extent : shape) {
                        sizes.add(Num.of(extent));
                    }
                    Optional<View> cut = view.reshaped(sizes);
                    if (cut.isPresent()) {
                        reshaped++;
                        view = cut.get();
                        elements = new Elements(shape, elements.numbers());
                    }
                }
                assertShows(view, elements);
            }
        }
        assertTrue(reshaped > 100);
    }

    private static List<Atom> atoms(int axis, int size) {
        return List.of(new Atom(axis, Num.of(size), Num.ONE));
    }

    private static int[] shape(Random random, int count) {
        List<Integer> shape = new ArrayList<>();
        int rest = count;
        while (rest > 1 && shape.size() < 4) {
            int divisor = 1 + random.nextInt(rest);
            while (rest % divisor != 0) {
                divisor--;
            }
            shape.add(divisor);
            rest /= divisor;
        }
        shape.add(rest);
        return shape.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void assertShows(View view, Elements elements) {
        for (int flat = 0; flat < elements.numbers().length; flat++) {
            int[] place = place(flat, elements.shape());
            int[] coordinates = new int[EXTENTS.length];
            for (int dim = 0; dim < view.rank(); dim++) {
                int rest = place[dim];
                List<Atom> atoms = view.dims().get(dim);
                for (int i = atoms.size() - 1; i >= 0; i--) {
                    int size = (int) atoms.get(i).size().orUnknown();
                    int stride = (int) atoms.get(i).stride().orUnknown();
                    coordinates[atoms.get(i).axis() - 1] += rest % size * stride;
                    rest /= size;
                }
            }
            assertEquals(elements.numbers()[flat], flat(coordinates, EXTENTS));
        }
    }

    @Test
    void extentsThatAreNotKnownAreCutWhereTheyStandAsAWhole() {
        Num height = Num.unknown("h");
        Num width = Num.unknown("w");
        View view = new View(
                0, List.of(atoms(1, 12), List.of(new Atom(2, height, Num.ONE)), List.of(new Atom(3, width, Num.ONE))));
        View flattened = view.reshaped(List.of(Num.of(12), height.times(width))).orElseThrow();
        assertEquals(2, flattened.dims().get(1).size());
        assertEquals(
                view.dims(),
                flattened
                        .reshaped(List.of(Num.of(12), height, width))
                        .orElseThrow()
                        .dims());
        assertTrue(view.reshaped(List.of(Num.of(12), width, height)).isEmpty());
    }
}
