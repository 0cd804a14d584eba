package io.github.profileengine.testdouble.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.profileengine.testdouble.exchange.CommonAnswers;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.exchange.WireRequest;
import io.github.profileengine.testdouble.journal.Bytes;
import io.github.profileengine.testdouble.journal.JournaledRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;

/**
 * One request from its head to its answer. A request reaches its handler only when all of it has arrived, so one that
 * is cut changes nothing.
 */
final class RequestHandling implements HttpHandler {
    private static final Logger LOGGER = System.getLogger(RequestHandling.class.getPackageName());

    private final Routes routes;
    private final HttpOptions options;
    private final HostRule hosts;
    private final InstantSource clock;
    private final Arrivals arrivals;

    RequestHandling(Routes routes, HttpOptions options, InstantSource clock, Arrivals arrivals) {
        this.routes = routes;
        this.options = options;
        this.hosts = new HostRule(options.allowedHosts());
        this.clock = clock;
        this.arrivals = arrivals;
    }

    @Override
    public void handle(HttpExchange exchange) {
        try (exchange) {
            answer(exchange);
        } catch (IOException e) {
            // The client has gone: there is nobody to tell.
            LOGGER.log(Level.DEBUG, () -> LogText.escaped(exchange.getRequestURI() + ": " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        WireAnswer answer;
        try {
            answer = answered(exchange);
        } catch (RefusedRequestException refused) {
            RefusalWriter.write(exchange, refused);
            return;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            LOGGER.log(
                    Level.ERROR,
                    LogText.escaped("failed to answer " + exchange.getRequestURI()),
                    LogText.escaped(fault));
            answer = CommonAnswers.error(500, "the double failed: " + fault).asLast();
        }
        if (answer.stream() != null) {
            arrivals.letGo();
        }
        AnswerWriter.write(exchange, answer);
    }

    private WireAnswer answered(HttpExchange exchange) throws RefusedRequestException {
        Headers headers = exchange.getRequestHeaders();
        Framing framing = Framing.of(headers);
        requireOwnName(headers.getFirst("Host"));
        URI target = exchange.getRequestURI();
        if (target.getRawAuthority() != null) {
            requireOwnName(target.getRawAuthority());
        }
        String path = target.getRawPath();
        Routes.Match match = routes.find(path)
                .orElseThrow(() -> RefusedRequestException.of(404, "there is nothing at " + LogText.escaped(path)));
        boolean open = match.route().kind() == RouteKind.INGESTION;
        try {
            WireAnswer answer = answered(exchange, match, framing);
            WireAnswer readable = open ? OriginRule.open(answer, headers) : answer;
            // What follows a chunked body, trailers for one, this server would take for the next request.
            return framing.isChunked() ? readable.asLast() : readable;
        } catch (RefusedRequestException refused) {
            throw open ? refused.with(OriginRule.open(refused.answer(), headers)) : refused;
        }
    }

    private void requireOwnName(String name) throws RefusedRequestException {
        if (!hosts.allows(name)) {
            throw RefusedRequestException.of(
                    403, "Host, " + LogText.escaped(name) + " is not a name this server answers to");
        }
    }

    private WireAnswer answered(HttpExchange exchange, Routes.Match match, Framing framing)
            throws RefusedRequestException {
        Headers headers = exchange.getRequestHeaders();
        RouteKind kind = match.route().kind();
        boolean steering = kind == RouteKind.ADMIN || kind == RouteKind.PAGE && !OriginRule.isVisit(headers);
        if (steering && OriginRule.isForeign(headers)) {
            throw RefusedRequestException.of(403, "Origin, a page of another origin may not steer the double");
        }
        String method = exchange.getRequestMethod();
        if (!kind.takes(method)) {
            throw new RefusedRequestException(CommonAnswers.error(
                            405, LogText.escaped(method) + " is not for this path; " + kind.allowed() + " are")
                    .with("Allow", kind.allowed()));
        }
        Bytes body = BodyReader.read(exchange.getRequestBody(), framing, options.maxBodyBytes());
        if (!arrivals.arrived()) {
            throw RefusedRequestException.of(503, "the double is closing, or the request took too long to arrive");
        }
        return method.equals("OPTIONS")
                ? OriginRule.preflight(headers.getFirst("Access-Control-Request-Headers"))
                : match.route().handler().handle(new WireRequest(journaled(exchange, body), match.path()));
    }

    private JournaledRequest journaled(HttpExchange exchange, Bytes body) {
        String address = exchange.getRemoteAddress().getAddress().getHostAddress();
        int zone = address.indexOf('%');
        return new JournaledRequest(
                clock.instant(),
                exchange.getRequestMethod().toUpperCase(Locale.ROOT),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                zone < 0 ? address : address.substring(0, zone),
                body);
    }
}
