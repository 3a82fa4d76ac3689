package example.app;

import example.HeadReceptiveField;

class App {
    static final int SIZE = HeadReceptiveField.FAR_SIZE;
}
