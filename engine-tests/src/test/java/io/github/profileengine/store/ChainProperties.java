package io.github.profileengine.store;

import io.github.profileengine.oracle.OracleLimits;
import io.github.profileengine.oracle.OracleOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Runs chains of everything that can be done to an engine, with several forks and snapshots alive. Each of them is
 * compared with its own copy of the model. Covers laws M6, L70, L79 and L80 in any mixture.
 */
class ChainProperties {
    private static final int MOST_ENGINES = 5;
    private static final int MOST_SNAPSHOTS = 4;
    private static final List<OracleOptions> OPTIONS = List.of(
            OracleOptions.DEFAULTS,
            OracleOptions.DEFAULTS.withStrict(),
            OracleOptions.DEFAULTS.withFlatten(),
            OracleOptions.DEFAULTS.withLimits(new OracleLimits(3, 4, 24, 2, 1, 4)));

    @Provide
    Arbitrary<Chain> chains() {
        return Arbitraries.randomValue(Random::nextLong)
                .flatMap(seed -> Arbitraries.randomValue(random -> ChainStep.random(seed, random))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(20)
                        .map(steps -> new Chain(seed, steps)));
    }

    record Chain(long seed, List<ChainStep> steps) {}

    @Property
    void chains_everyEngineAndSnapshot_equalsItsModel(@ForAll("chains") Chain chain) {
        Run run = new Run(new Random(chain.seed));
        chain.steps.forEach(run::step);
        run.end();
    }

    private static final class Run {
        private final List<ModelledEngine> engines = new ArrayList<>();
        private final List<ModelledEngine.Moment> moments = new ArrayList<>();

        Run(Random random) {
            engines.add(ModelledEngine.empty(OPTIONS.get(random.nextInt(OPTIONS.size())), ChainStep.shards(random)));
            moments.add(engines.get(0).moment());
        }

        void step(ChainStep step) {
            ModelledEngine subject = engines.get(step.engine() % engines.size());
            if (step instanceof ChainStep.Apply apply) {
                subject.apply(apply.batch(), apply.withOutcomes());
            } else if (step instanceof ChainStep.AliasCall alias) {
                subject.alias(alias.call());
            } else if (step instanceof ChainStep.Clear clear) {
                subject.clear(clear.token());
            } else if (step instanceof ChainStep.Advance advance) {
                subject.advance(Duration.ofSeconds(advance.seconds()));
            } else if (step instanceof ChainStep.Replay replay && subject.isRecorded()) {
                subject.replay(replay.shards(), replay.threads(), new Random(replay.shuffle()));
            } else if (step instanceof ChainStep.Replay) {
                subject.record();
            } else {
                stateStep(step, subject);
            }
            if (engines.contains(subject)) {
                subject.check();
            }
        }

        private void stateStep(ChainStep step, ModelledEngine subject) {
            if (step instanceof ChainStep.Fork) {
                live(subject.fork());
            } else if (step instanceof ChainStep.Take) {
                moments.add(subject.moment());
                if (moments.size() > MOST_SNAPSHOTS) {
                    ModelledEngine.check(moments.remove(0));
                }
            } else if (step instanceof ChainStep.Restore restore) {
                subject.restore(moments.get(restore.snapshot() % moments.size()));
            } else if (step instanceof ChainStep.Begin begin) {
                live(subject.begin(moments.get(begin.snapshot() % moments.size()), begin.shards()));
            }
        }

        private void live(ModelledEngine fresh) {
            engines.add(fresh);
            if (engines.size() > MOST_ENGINES) {
                ModelledEngine oldest = engines.remove(0);
                oldest.check();
                oldest.close();
            }
        }

        void end() {
            engines.forEach(ModelledEngine::check);
            moments.forEach(ModelledEngine::check);
            engines.stream().filter(ModelledEngine::isRecorded).forEach(engine -> engine.replay(1, 1, new Random(0)));
            engines.forEach(ModelledEngine::close);
        }
    }
}
