module client {
    requires dev.fovea;
}
