package example;

final class Program {
    private Program() {}

    public static void main(String[] none) {
        System.out.println(HeadReceptiveField.report().getClass().getModule() + ", size "
                + HeadReceptiveField.layer("far").field().get(0).size().getAsLong());
    }
}
