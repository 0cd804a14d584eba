package io.github.profileengine.testdouble.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.profileengine.testdouble.exchange.CommonAnswers;
import io.github.profileengine.testdouble.exchange.UriText;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.exchange.WireRequest;
import io.github.profileengine.testdouble.journal.Bytes;
import io.github.profileengine.testdouble.journal.JournaledRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Handles one request from its first header to its answer. A request reaches its handler only when it has arrived
 * completely, so a request that is cut changes nothing.
 */
final class RequestHandling implements HttpHandler {
    private static final Logger LOGGER = System.getLogger(RequestHandling.class.getPackageName());

    private static final Pattern DATA = Pattern.compile("(?:^|&)data=");

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
            // The client has closed the connection, so there is nobody to answer.
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
        Routes.Match match;
        try {
            match = routed(exchange);
        } catch (RefusedRequestException lost) {
            if (!isForSteering(target(exchange))) {
                note(exchange, framing, lost);
            }
            throw lost;
        }
        boolean open = match.route().kind() == RouteKind.INGESTION;
        try {
            WireAnswer answer = answered(exchange, match, framing);
            WireAnswer readable = open ? OriginRule.open(answer, headers) : answer;
            // The JDK's server would read what follows a chunked body, such as trailers, as the next request. So close
            // the connection.
            return framing.isChunked() ? readable.asLast() : readable;
        } catch (RefusedRequestException refused) {
            throw open ? refused.with(OriginRule.open(refused.answer(), headers)) : refused;
        }
    }

    private Routes.Match routed(HttpExchange exchange) throws RefusedRequestException {
        requireOwnName(exchange.getRequestHeaders().getFirst("Host"));
        URI target = target(exchange);
        if (beginsWithTwoSlashes(target)) {
            throw nothingAt("//" + target.getRawAuthority() + target.getRawPath());
        }
        if (target.getRawAuthority() != null) {
            requireOwnName(target.getRawAuthority());
        }
        String path = target.getRawPath();
        return routes.find(path)
                .filter(match -> match.route().kind() != RouteKind.FRONT_DOOR || asksForPage(exchange))
                .orElseThrow(() -> nothingAt(path));
    }

    // The class URI takes the first segment of such a target for the name of a host.
    private static boolean beginsWithTwoSlashes(URI target) {
        return target.getScheme() == null && target.getRawAuthority() != null;
    }

    // Requests to admin routes do not count as lost, whatever host name they used: their clients are no SDKs and look
    // at the answer.
    private boolean isForSteering(URI target) {
        return !beginsWithTwoSlashes(target)
                && routes.find(target.getRawPath())
                        .map(match -> match.route().kind())
                        .filter(kind -> kind == RouteKind.ADMIN || kind == RouteKind.PAGE)
                        .isPresent();
    }

    // Only a browser gets a page at the root. What an SDK sends there, because it got only the base URL, is lost as at
    // any other path.
    private static boolean asksForPage(HttpExchange exchange) {
        List<String> types = exchange.getRequestHeaders().getOrDefault("Accept", List.of());
        return RouteKind.FRONT_DOOR.takes(exchange.getRequestMethod())
                && types.stream().anyMatch(its -> its.contains("text/html"));
    }

    private RefusedRequestException nothingAt(String path) {
        String hint = path.contains("//") ? "; does the base URL end in a slash?" : "";
        return RefusedRequestException.of(404, "there is nothing at " + LogText.escaped(path) + routes.hint() + hint);
    }

    private void note(HttpExchange exchange, Framing framing, RefusedRequestException lost)
            throws RefusedRequestException {
        if (carriesSomething(exchange, framing)) {
            Bytes body = sentBody(exchange, framing);
            if (!arrivals.arrived()) {
                throw closing();
            }
            routes.lost().note(journaled(exchange, body), lost.answer(), lost.problem());
        }
    }

    // The body of a request from an SDK, which may not report a refusal. A body that is too large is noted as lost, but
    // without its bytes: they would be incomplete, and would push many complete requests out of the journal.
    private Bytes sentBody(HttpExchange exchange, Framing framing) throws RefusedRequestException {
        try {
            return body(exchange, framing);
        } catch (RefusedRequestException refused) {
            if (refused.isTooLarge()) {
                routes.lost().note(journaled(exchange, Bytes.NONE), refused.answer(), refused.problem());
            }
            throw refused;
        }
    }

    private Bytes body(HttpExchange exchange, Framing framing) throws RefusedRequestException {
        return BodyReader.read(exchange.getRequestBody(), framing, options.maxBodyBytes());
    }

    // A preflight counts, too: if it is refused, the browser sends nothing else.
    private static boolean carriesSomething(HttpExchange exchange, Framing framing) {
        String query = target(exchange).getRawQuery();
        return framing.length() != 0
                || query != null && DATA.matcher(query).find()
                || exchange.getRequestHeaders().containsKey("Access-Control-Request-Method");
    }

    private void requireOwnName(String name) throws RefusedRequestException {
        if (!hosts.allows(name)) {
            throw RefusedRequestException.of(
                    403,
                    "Host, " + LogText.escaped(name)
                            + " is not a name of this double; allow it with allowHost or --allow-host");
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
            RefusedRequestException refused = RefusedRequestException.of(405, notAllowed(method, kind));
            RefusedRequestException lost = refused.with(refused.answer().with("Allow", kind.allowed()));
            if (kind == RouteKind.INGESTION) {
                note(exchange, framing, lost);
            }
            throw lost;
        }
        Bytes body = kind == RouteKind.INGESTION ? sentBody(exchange, framing) : body(exchange, framing);
        if (!arrivals.arrived()) {
            throw closing();
        }
        return method.equals("OPTIONS")
                ? OriginRule.preflight(headers.getFirst("Access-Control-Request-Headers"))
                : match.route().handler().handle(new WireRequest(journaled(exchange, body), match.path()));
    }

    private static String notAllowed(String method, RouteKind kind) {
        String text = LogText.escaped(method) + " is not allowed here";
        // Each steering path takes only some of the methods of its kind.
        boolean isOfEachPath = kind != RouteKind.ADMIN && kind != RouteKind.PAGE;
        return isOfEachPath ? text + "; allowed: " + kind.allowed() : text;
    }

    private static RefusedRequestException closing() {
        return RefusedRequestException.of(503, "the double is closing, or the request took too long to arrive");
    }

    // The JDK's server makes a character of each byte. Some clients send the UTF-8 of ids as it is, not
    // percent-encoded.
    private static URI target(HttpExchange exchange) {
        URI received = exchange.getRequestURI();
        byte[] bytes = received.toString().getBytes(StandardCharsets.ISO_8859_1);
        return UriText.isAscii(bytes) ? received : URI.create(UriText.escaped(bytes));
    }

    private JournaledRequest journaled(HttpExchange exchange, Bytes body) {
        String address = exchange.getRemoteAddress().getAddress().getHostAddress();
        int zone = address.indexOf('%');
        return new JournaledRequest(
                clock.instant(),
                exchange.getRequestMethod().toUpperCase(Locale.ROOT),
                target(exchange).toString(),
                exchange.getRequestHeaders(),
                zone < 0 ? address : address.substring(0, zone),
                body);
    }
}
