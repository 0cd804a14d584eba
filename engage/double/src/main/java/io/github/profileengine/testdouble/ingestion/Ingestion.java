package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.exchange.CommonAnswers;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.exchange.WireHandler;
import io.github.profileengine.testdouble.exchange.WireRequest;
import io.github.profileengine.testdouble.fault.RequestFaults;
import io.github.profileengine.testdouble.fault.Strike;
import io.github.profileengine.testdouble.fault.UpdateDelivery;
import io.github.profileengine.testdouble.journal.Bytes;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.testdouble.journal.JournaledRequest;
import io.github.profileengine.wire.TargetKind;
import io.github.profileengine.wire.request.DecodedRequest;
import io.github.profileengine.wire.request.RequestBounds;
import io.github.profileengine.wire.request.RequestDecoder;
import io.github.profileengine.wire.request.RequestFault;
import io.github.profileengine.wire.request.RequestParameters;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The routes to which SDKs write. When a request is answered, its updates can be read and its entry is in the journal.
 * Any thread may use it.
 */
public final class Ingestion {
    private static final int TOO_LARGE = 413;

    private final IngestionOptions options;
    private final Journal journal;
    private final RequestDecoder decoder;
    private final RequestDecoder profileDecoder;
    private final UpdateIngestion updates;
    private final EventIngestion events;
    private final IngestionAnswers answers;
    private final RequestFaults faults;
    private final StruckAnswers struckAnswers;

    /**
     * Creates routes that write to an engine.
     *
     * @param engine supplies the engine for each request
     * @param delivery brings the updates to the engine
     * @param strict validates requests with {@code strict=1}
     * @param faults decides about each request, before anything of it is applied
     */
    public Ingestion(
            Supplier<ProfileEngine> engine,
            UpdateDelivery delivery,
            Reducer strict,
            IngestionOptions options,
            RequestBounds bounds,
            Journal journal,
            RequestFaults faults) {
        this.options = options;
        this.journal = journal;
        this.decoder = new RequestDecoder(bounds);
        this.profileDecoder = options.refuseGzip() ? decoder.withoutGzip() : decoder;
        this.updates = new UpdateIngestion(engine, options, strict, delivery);
        this.events = new EventIngestion(options, delivery);
        this.answers = new IngestionAnswers(options.failLoudly());
        this.faults = faults;
        this.struckAnswers = new StruckAnswers(bounds.maxBodyBytes());
    }

    /** {@code /engage}: user profiles. */
    public WireHandler users() {
        return request -> answer(request, TargetKind.USERS);
    }

    /** {@code /groups}: group profiles. */
    public WireHandler groups() {
        return request -> answer(request, TargetKind.GROUPS);
    }

    /** {@code /track} and {@code /import}: events. */
    public WireHandler events() {
        return request -> answer(request, null);
    }

    /**
     * Adds a request to the journal that was not accepted because of its path, method, host name or size. It fails as a
     * whole.
     */
    public void lost(JournaledRequest request, WireAnswer answer, String problem) {
        WireRequest lost = new WireRequest(request, request.target());
        failed(lost, decoded(lost, decoder), answer, problem);
    }

    private void failed(WireRequest request, DecodedRequest decoded, WireAnswer answer, String problem) {
        Ingested nothing = Arrival.failed(problem).ingest();
        journal.add(number -> entry(number, request, decoded, nothing, answer, Strike.NONE));
    }

    private static DecodedRequest decoded(WireRequest request, RequestDecoder by) {
        return by.decode(
                request.method(),
                request.rawQuery(),
                request.header("Content-Type").orElse(null),
                request.headers("Content-Encoding"),
                request.body());
    }

    /** Answers a request; {@code target} is the kind of profiles, null for events. */
    private WireAnswer answer(WireRequest request, @Nullable TargetKind target) {
        DecodedRequest decoded = decoded(request, target == null ? decoder : profileDecoder);
        Arrival arrival = arrival(request, decoded, target);
        // Begin before faults strike. Then a reset, which restarts the plan of faults, waits for each request that the
        // plan struck before.
        Journal.Work work = journal.begin();
        try {
            Strike strike = faults.strike(arrival::tokens);
            if (!strike.isPreventing()) {
                work.awaitTurn(arrival::profiles);
            }
            return answer(request, decoded, arrival, strike);
        } catch (RuntimeException | StackOverflowError failed) {
            String problem = "the double failed: " + failed;
            failed(request, decoded, CommonAnswers.error(500, problem), problem);
            throw failed;
        } finally {
            work.end();
        }
    }

    private WireAnswer answer(WireRequest request, DecodedRequest decoded, Arrival arrival, Strike strike) {
        Ingested ingested = strike.isPreventing() ? arrival.untouched().withFault(strike.text()) : arrival.ingest();
        WireAnswer answer =
                strike.isHit() ? struckAnswers.of(strike, () -> answer(decoded, ingested)) : answer(decoded, ingested);
        journal.add(number -> entry(number, request, decoded, ingested, answer, strike));
        return answer;
    }

    private WireAnswer answer(DecodedRequest decoded, Ingested ingested) {
        return decoded.fault()
                .filter(fault -> fault.status() == TOO_LARGE)
                .map(CommonAnswers::tooLarge)
                .orElseGet(() -> answers.answer(ingested, decoded.parameters()));
    }

    private Arrival arrival(WireRequest request, DecodedRequest decoded, @Nullable TargetKind target) {
        if (decoded.fault().isPresent()) {
            RequestFault fault = decoded.fault().get();
            return Arrival.failed(fault.message());
        }
        RequestParameters parameters = decoded.parameters();
        boolean strict = parameters.isOn("strict");
        return target == null
                ? events.read(
                        decoded.json(), isLines(request), request.basicUser().orElse(null), strict)
                : updates.read(decoded.json(), target, strict, requestIp(request, parameters));
    }

    private static boolean isLines(WireRequest request) {
        return RequestDecoder.isLines(request.header("Content-Type").orElse(null));
    }

    private @Nullable String requestIp(WireRequest request, RequestParameters parameters) {
        boolean locate = parameters.first("ip").isPresent() ? parameters.isOn("ip") : options.absentIpLocates();
        return locate ? RequestAddress.of(request, options.trustForwardedFor()) : null;
    }

    private static JournalEntry entry(
            long number,
            WireRequest request,
            DecodedRequest decoded,
            Ingested ingested,
            WireAnswer answer,
            Strike strike) {
        Bytes received = request.journaled().body();
        Bytes inflated = Bytes.of(decoded.body());
        Bytes unpacked = inflated.equals(received) ? received : inflated;
        return new JournalEntry(
                number,
                request.journaled(),
                unpacked,
                decoded.fault().isEmpty() ? Bytes.of(decoded.json()) : Bytes.NONE,
                ingested.fault(),
                ingested.updates(),
                ingested.events(),
                answer.journaled(),
                InjectedText.of(strike, ingested.disturbances()));
    }
}
