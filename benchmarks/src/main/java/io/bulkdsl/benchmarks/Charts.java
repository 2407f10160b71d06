// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.peer.Candidate;
import io.bulkdsl.benchmarks.peer.Candidates;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** CSV files as SVG: rows a second by number of rows, an image for each operation and shape; and multiples of the limit. */
final class Charts {

    private static final int ROWS_OF_BARS = 100_000;
    private static final List<Operation> OPERATIONS_OF_BARS =
            List.of(Operation.INSERT, Operation.UPSERT_50, Operation.UPDATE);

    private static final List<Color> COLOURS = Stream.of(
                    "4E79A7", "F28E2B", "59A14F", "E15759", "76B7B2", "B6992D", "B07AA1", "9C755F", "FF9DA7", "79706E",
                    "1F4E79", "A85A00", "2F6B2A", "9B1C1F", "2A7F7A", "6F4E7C", "000000")
            .map(rgb -> new Color(Integer.parseInt(rgb, 16)))
            .toList();

    private Charts() {}

    static void draw(Path folder) throws IOException {
        List<Figures> all = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            Path file = ResultFile.of(folder, operation.label());
            if (Files.exists(file)) {
                all.addAll(ResultFile.read(file));
            }
        }
        all.removeIf(Figures::isFailed);
        Map<String, List<Figures>> images =
                all.stream().collect(groupingBy(Charts::image, LinkedHashMap::new, toList()));
        for (Map.Entry<String, List<Figures>> image : images.entrySet()) {
            Svg.write(lines(image.getKey(), image.getValue()), 900, 600, folder.resolve(image.getKey() + ".svg"));
        }
        Svg.write(bars(all), 900, 900, folder.resolve("ratio-to-limit.svg"));
    }

    private static String image(Figures figures) {
        String image = figures.operation() + "-" + figures.shape();
        return figures.delayMillis() == 0 ? image : image + "-delay-" + figures.delayMillis() + "-ms";
    }

    private static JFreeChart lines(String title, List<Figures> figures) {
        XYSeriesCollection data = new XYSeriesCollection();
        Map<String, XYSeries> series = new LinkedHashMap<>();
        for (Figures each : figures) {
            series.computeIfAbsent(each.candidate(), XYSeries::new).add(each.rows(), each.rowsPerSecond());
        }
        series.values().forEach(data::addSeries);
        JFreeChart chart = ChartFactory.createXYLineChart(title, null, "rows a second", data);
        LogAxis rows = new LogAxis("rows");
        rows.setTickUnit(new NumberTickUnit(1)); // a power of ten
        chart.getXYPlot().setDomainAxis(rows);
        ((NumberAxis) chart.getXYPlot().getRangeAxis()).setNumberFormatOverride(new DecimalFormat("#,##0"));
        chart.getXYPlot().setRenderer(renderer(List.copyOf(series.keySet())));
        chart.getXYPlot().setDomainGridlinePaint(Color.LIGHT_GRAY);
        chart.getXYPlot().setRangeGridlinePaint(Color.LIGHT_GRAY);
        chart.getLegend().setPosition(RectangleEdge.RIGHT);
        return chart;
    }

    /** Ours in bold. */
    private static XYLineAndShapeRenderer renderer(List<String> candidates) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        for (int i = 0; i < candidates.size(); i++) {
            renderer.setSeriesStroke(i, new BasicStroke(candidates.get(i).equals("bulk-dsl") ? 4 : 1.5f));
            renderer.setSeriesPaint(i, COLOURS.get(i % COLOURS.size()));
        }
        return renderer;
    }

    private static JFreeChart bars(List<Figures> all) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        List<String> candidates = Candidates.all().stream().map(Candidate::name).toList();
        List<String> operations =
                OPERATIONS_OF_BARS.stream().map(Operation::label).toList();
        all.stream()
                .filter(each -> operations.contains(each.operation()))
                .filter(each -> each.rows() == ROWS_OF_BARS && each.shape().equals("narrow") && each.delayMillis() == 0)
                .sorted(comparing(each -> candidates.indexOf(each.candidate())))
                .forEach(each -> data.addValue(each.ratioToLimit(), each.operation(), each.candidate()));
        JFreeChart chart = ChartFactory.createBarChart(
                "%,d narrow rows: time as a multiple of what the server alone needs".formatted(ROWS_OF_BARS),
                null,
                null,
                data,
                PlotOrientation.HORIZONTAL,
                true,
                false,
                false);
        BarRenderer renderer = (BarRenderer) chart.getCategoryPlot().getRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        for (int i = 0; i < operations.size(); i++) {
            renderer.setSeriesPaint(i, COLOURS.get(i));
        }
        chart.getCategoryPlot().setRangeGridlinePaint(Color.LIGHT_GRAY);
        return chart;
    }
}
