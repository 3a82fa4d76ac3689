package dev.fovea.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ReportTablesTest {
    @Test
    void aSmallNetworkHasATextTable() {
        assertEquals("""
                com.acme.SegNet, input 3x32x32

                layer    op             shape       field   jump  start  centre      overlap  covered  parameters    MACs
                stem     Conv        16x16x16           3      2     -1       0        0.333        3         448  110592
                spatial  Dilated      16x?x16  10..11!x7~  1/2,2  -5,-3   1/2,0  0.955,0.714      9x7         768       ?
                pool     GlobalPool    16x1x1         32*      -      0    31/2            -        -           0       0

                * a path reads the whole input; the figures are those of the other paths, if any
                ! the units' fields differ without a period; the size is the largest
                ~ the data decides which positions are read; the figures are bounds
                total: 1216 parameters, 1016064 MACs (one MAC is one multiply-add; FLOPs are twice that)
                tiles: step 4, context 8 before, -3 after (6 and -3 are read), 1/2 lost; none is exact: a layer reads the whole map
                extents: 0, 3 mod 4 from 7 on; the declared one does not work, 31 does; 224 to 226
                error [DilationGap] spatial: M2 = 5 > 3; 2 of 9 pixels are lost. (accepted: measured: no loss)
                note [SmallField] a|b\
                """, Reports.small().toString());
    }

    @Test
    void aNetworkWithoutLayersHasATextTable() {
        assertEquals("""
                com.acme.Empty, input ?

                layer  op  shape  field  jump  start  centre  overlap  covered  parameters  MACs

                total: ? parameters, ? MACs (one MAC is one multiply-add; FLOPs are twice that)\
                """, Reports.empty().toString());
    }

    @Test
    void markdownEscapesMarkup() {
        assertEquals("""
                **com.acme.SegNet**, input 3x32x32

                | layer | op | shape | field | jump | start | centre | overlap | covered | parameters | MACs |
                | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                | stem | Conv | 16x16x16 | 3 | 2 | -1 | 0 | 0.333 | 3 | 448 | 110592 |
                | spatial | Dilated | 16x?x16 | 10..11!x7\\~ | 1/2,2 | -5,-3 | 1/2,0 | 0.955,0.714 | 9x7 | 768 | ? |
                | pool | GlobalPool | 16x1x1 | 32\\* | - | 0 | 31/2 | - | - | 0 | 0 |

                - \\* a path reads the whole input; the figures are those of the other paths, if any
                - ! the units' fields differ without a period; the size is the largest
                - \\~ the data decides which positions are read; the figures are bounds
                - total: 1216 parameters, 1016064 MACs (one MAC is one multiply-add; FLOPs are twice that)
                - tiles: step 4, context 8 before, -3 after (6 and -3 are read), 1/2 lost; none is exact: a layer reads the whole map
                - extents: 0, 3 mod 4 from 7 on; the declared one does not work, 31 does; 224 to 226
                - error [DilationGap] spatial: M2 = 5 > 3; 2 of 9 pixels are lost. (accepted: measured: no loss)
                - note [SmallField] a\\|b
                """, Reports.small().toMarkdown());
    }

    @Test
    void csvHasAllColumnsPerAxis() {
        assertEquals("""
                layer,op,from,endpoint,channels,height,width,parameters,macs,valid_taps,data_dependent,height_size,height_min_size,height_jump,height_start,height_centre,height_global,height_overlap,height_covered,height_erf_std,height_erf_width,height_uniform,height_shortest,height_period,height_offsets,width_size,width_min_size,width_jump,width_start,width_centre,width_global,width_overlap,width_covered,width_erf_std,width_erf_width,width_uniform,width_shortest,width_period,width_offsets
                stem,Conv,<input>,,16,16,16,448,110592,0.979,false,3,,2,-1,0,false,0.333333,3,,,true,3,1,,3,,2,-1,0,false,0.333333,3,,,true,3,1,
                spatial,Dilated,stem,p3,16,,16,768,,,true,11,10,0.5,-5,0.5,false,0.954545,9,2.25,9,false,11,2,0 0.5,7,,2,-3,0,false,0.714286,7,,,true,7,1,
                pool,GlobalPool,spatial,,16,1,1,0,0,,false,32,,,0,15.5,true,,,,,true,32,1,,32,,,0,15.5,true,,,,,true,32,1,
                """, Reports.small().toCsv().replace("\r\n", "\n"));
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        LayerReport layer = new LayerReport(
                "a,b",
                "say \"x\"",
                List.of("p", "q"),
                Optional.of("two\r\nlines"),
                new Shape(OptionalLong.empty(), List.of()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of(),
                false,
                List.of());
        String row = withLayer(layer).toCsv().split("\r\n", 2)[1];
        assertEquals("\"a,b\",\"say \"\"x\"\"\",p q,\"two\r\nlines\",,,,,,,false" + ",".repeat(28) + "\r\n", row);
    }

    @Test
    void textsInAReportAreNoFormulaNoLinkAndNoSequenceForTerminals() {
        for (String start : List.of("=", "+", "-", "@", "\t", "\r", "\uff1d")) {
            String name = start + "1\u001b[2J\u202e[x](y)";
            NetworkReport report = withLayer(new LayerReport(
                    name,
                    name,
                    List.of(name),
                    Optional.of(name),
                    new Shape(OptionalLong.empty(), List.of()),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Map.of(),
                    false,
                    List.of()));
            String row = report.toCsv().split("\r\n", 2)[1];
            assertEquals(4, (row + " ").split("(^|,)\"?'", -1).length - 1, row);
            for (String printed : List.of(report.toString(), report.toMarkdown())) {
                assertTrue(printed.chars().allMatch(c -> c == '\n' || c >= ' ' && (c < 0x7f || c == 0xff1d)), printed);
            }
            assertFalse(report.toMarkdown().contains("[x]("), report::toMarkdown);
        }
    }

    private static NetworkReport withLayer(LayerReport layer) {
        NetworkReport empty = Reports.empty();
        return new NetworkReport(
                empty.model(),
                empty.axes(),
                empty.input(),
                empty.parameters(),
                empty.macs(),
                List.of(layer),
                empty.stacks(),
                empty.diagnostics(),
                empty.targets());
    }
}
