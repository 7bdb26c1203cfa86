package dev.firstfill.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Both sides in turns, A B A B, so that what changes slowly about a machine meets both alike. */
public record Comparison(String ours, String limit, List<Pair> pairs, int repeated) {

    /** Above this share of the machine somebody else's work, not ours, is what a pair tells of. */
    public static final double OTHERS_MAX = 0.05;

    /** A pair that somebody disturbed is done again, so often in all; then the machine is too busy to measure on. */
    public static final int REPEATS_MAX = 5;

    /** Ratios that lie further apart than this share of their median say that something unseen decided. */
    public static final double SPREAD_MAX = 0.30;

    /** A turn of each. */
    public record Pair(Sample ours, Sample limit) {

        double ratio() {
            return ours.figure() / limit.figure();
        }

        double others() {
            return Math.max(ours.others(), limit.others());
        }
    }

    public Comparison {
        pairs = List.copyOf(pairs);
    }

    /** Takes as long as pairs times two times seconds, and at most so much longer as pairs are repeated. */
    public static Comparison alternate(Setting setting, Side ours, Side limit) throws Exception {
        var pairs = new ArrayList<Pair>();
        int repeated = 0;
        while (pairs.size() < setting.pairs()) {
            setting.say(
                    "  pair %d of %d: %s, then %s, about %d s more",
                    pairs.size() + 1,
                    setting.pairs(),
                    ours.name(),
                    limit.name(),
                    2 * setting.seconds() * (setting.pairs() - pairs.size()));
            var pair = new Pair(Sample.of(ours, setting.seconds()), Sample.of(limit, setting.seconds()));
            if (pair.others() > OTHERS_MAX && repeated < REPEATS_MAX && !setting.quick()) {
                repeated++;
                setting.say("  others used %.0f %% of the machine: once more", pair.others() * 100);
            } else {
                pairs.add(pair);
            }
        }
        return new Comparison(ours.name(), limit.name(), pairs, repeated);
    }

    public Spread ratio() {
        return Spread.of(pairs.stream().map(Pair::ratio).toList());
    }

    public double oursMedian() {
        return oursFigure().median();
    }

    Spread oursFigure() {
        return Spread.of(pairs.stream().map(pair -> pair.ours().figure()).toList());
    }

    Spread limitFigure() {
        return Spread.of(pairs.stream().map(pair -> pair.limit().figure()).toList());
    }

    Map<String, Double> oursCpu() {
        return cpu(Pair::ours);
    }

    Map<String, Double> limitCpu() {
        return cpu(Pair::limit);
    }

    private Map<String, Double> cpu(Function<Pair, Sample> side) {
        var micros = new TreeMap<String, List<Double>>();
        pairs.forEach(pair -> side.apply(pair).cpuMicros().forEach((name, each) -> micros.computeIfAbsent(
                        name, process -> new ArrayList<>())
                .add(each)));
        var medians = new TreeMap<String, Double>();
        micros.forEach((name, each) -> medians.put(name, Spread.of(each).median()));
        return medians;
    }

    double others() {
        return pairs.stream().mapToDouble(Pair::others).max().orElse(0);
    }

    double load() {
        return Spread.of(pairs.stream().map(pair -> pair.ours().load()).toList())
                .median();
    }

    /** Why nothing may be concluded from this, if so. */
    public Optional<String> doubt() {
        if (others() > OTHERS_MAX) {
            return Optional.of("machine too noisy: others used %.0f %% of it".formatted(others() * 100));
        }
        if (ratio().width() > SPREAD_MAX) {
            return Optional.of("machine too noisy: ratios lie %.0f %% apart".formatted(ratio().width() * 100));
        }
        return Optional.empty();
    }
}
