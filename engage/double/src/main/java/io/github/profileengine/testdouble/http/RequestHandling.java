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

    RequestHandling(Routes routes, HttpOptions options, InstantSource clock) {
        this.routes = routes;
        this.options = options;
        this.hosts = new HostRule(options.allowedHosts());
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) {
        try (exchange) {
            AnswerWriter.write(exchange, answer(exchange));
        } catch (IOException e) {
            // The client has gone, or cut its own request: there is nobody to tell.
            LOGGER.log(Level.DEBUG, () -> LogText.escaped(exchange.getRequestURI() + ": " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WireAnswer answer(HttpExchange exchange) throws IOException {
        try {
            return handled(exchange);
        } catch (RefusedRequestException refused) {
            return refused.answer();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            LOGGER.log(Level.ERROR, LogText.escaped("failed to answer " + exchange.getRequestURI()), fault);
            return CommonAnswers.error(500, "the double failed: " + fault).asLast();
        }
    }

    private WireAnswer handled(HttpExchange exchange) throws IOException, RefusedRequestException {
        Headers headers = exchange.getRequestHeaders();
        Framing framing = Framing.of(headers);
        String host = headers.getFirst("Host");
        if (!hosts.allows(host)) {
            throw RefusedRequestException.last(
                    403, "Host, " + LogText.escaped(HostRule.host(host)) + " is not a name this server answers to");
        }
        String path = exchange.getRequestURI().getRawPath();
        Routes.Match match = routes.find(path)
                .orElseThrow(() -> RefusedRequestException.last(404, "there is nothing at " + LogText.escaped(path)));
        WireAnswer answer = answer(exchange, match, framing);
        // What follows a chunked body, trailers for one, this server would take for the next request.
        return framing.isChunked() ? answer.asLast() : answer;
    }

    private WireAnswer answer(HttpExchange exchange, Routes.Match match, Framing framing)
            throws IOException, RefusedRequestException {
        Headers headers = exchange.getRequestHeaders();
        RouteKind kind = match.route().kind();
        if (kind == RouteKind.ADMIN && OriginRule.isForeign(headers)) {
            throw RefusedRequestException.last(403, "Origin, a page of another origin may not steer the double");
        }
        String method = exchange.getRequestMethod();
        if (!kind.takes(method)) {
            throw new RefusedRequestException(CommonAnswers.error(
                            405, LogText.escaped(method) + " is not for this path; " + kind.allowed() + " are")
                    .with("Allow", kind.allowed())
                    .asLast());
        }
        Bytes body = BodyReader.read(exchange.getRequestBody(), framing, options.maxBodyBytes());
        if (method.equals("OPTIONS")) {
            return OriginRule.open(OriginRule.preflight(headers.getFirst("Access-Control-Request-Headers")), headers);
        }
        WireAnswer answer = match.route().handler().handle(new WireRequest(journaled(exchange, body), match.path()));
        return kind == RouteKind.INGESTION ? OriginRule.open(answer, headers) : answer;
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
