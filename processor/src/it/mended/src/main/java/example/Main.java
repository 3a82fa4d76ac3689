package example;

class Main {
    public static void main(String[] args) {
        System.out.println(SegmentationHeadReceptiveField.report());
    }
}
