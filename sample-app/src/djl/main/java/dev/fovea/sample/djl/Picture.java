package dev.fovea.sample.djl;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Square tiles in rows and columns, each of square cells. */
final class Picture {
    private static final int GAP = 8;

    private final BufferedImage image;
    private final int cells;
    private final int scale;

    /**
     * @param cells per side of a tile
     * @param scale pixels per side of a cell
     */
    Picture(int rows, int columns, int cells, int scale) {
        this.cells = cells;
        this.scale = scale;
        int step = cells * scale + GAP;
        image = new BufferedImage(columns * step + GAP, rows * step + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
    }

    /** The colour of a cell. */
    interface Cells {
        Color at(int y, int x);
    }

    void draw(int row, int column, Cells tile) {
        Graphics2D graphics = image.createGraphics();
        int step = cells * scale + GAP;
        for (int y = 0; y < cells; y++) {
            for (int x = 0; x < cells; x++) {
                graphics.setColor(tile.at(y, x));
                graphics.fillRect(GAP + column * step + x * scale, GAP + row * step + y * scale, scale, scale);
            }
        }
        graphics.dispose();
    }

    /** A shade from black, 0, to white, 1. */
    static Color grey(double brightness) {
        float value = (float) Math.max(0, Math.min(1, brightness));
        return new Color(value, value, value);
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
