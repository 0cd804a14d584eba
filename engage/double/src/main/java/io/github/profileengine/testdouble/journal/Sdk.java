package io.github.profileengine.testdouble.journal;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * The sender of a request, guessed by traits that official SDKs do not hide; anyone may imitate them. The first
 * constant whose trait matches counts.
 */
public enum Sdk {
    /**
     * mixpanel-browser ends each query with the time, so that no cache answers it. It comes first because behind a
     * proxy its page and the double may have the same origin.
     */
    BROWSER("browser", request -> isBrowser(request) && hasParameter(request, "_")),
    /**
     * The try-it form of the inspector, a page of the double itself. Browsers do not tell where a GET over plain HTTP
     * comes from.
     */
    INSPECTOR("inspector", Sdk::isOfOwnPage),
    /** mixpanel-node sends no user agent, but a query that says whether the answer is to be verbose. */
    NODE("node", request -> isUnnamed(request) && hasParameter(request, "verbose")),
    PYTHON("python", agent("python-requests/")),
    /** mixpanel-utils. */
    PYTHON_UTILS("python-utils", agent("python-urllib/")),
    GO("go", agent("go-http-client/")),
    ANDROID("android", agent("dalvik/")),
    /** mixpanel-java sends {@code ip} in the query of every form. */
    JAVA("java", request -> agent("java/").test(request) && hasQuery(request)),
    RUBY("ruby", request -> header(request, "User-Agent").equals("Ruby")),
    APPLE("apple", request -> header(request, "User-Agent").contains("CFNetwork/")),
    UNITY("unity", agent("unityplayer/")),
    REACT_NATIVE("react-native", agent("okhttp/")),
    /** mixpanel-php sends no user agent and no query. */
    PHP("php", request -> isUnnamed(request) && request.method().equals("POST") && !hasQuery(request)),
    CURL("curl", agent("curl/")),
    /** No known sender. */
    OTHER("other", request -> true);

    private final String word;
    private final Predicate<JournaledRequest> habit;

    Sdk(String word, Predicate<JournaledRequest> habit) {
        this.word = word;
        this.habit = habit;
    }

    /** Guesses who sent a request. */
    public static Sdk of(JournaledRequest request) {
        for (Sdk sdk : values()) {
            if (sdk.habit.test(request)) {
                return sdk;
            }
        }
        return OTHER;
    }

    /** The name in the double's JSON. */
    public String word() {
        return word;
    }

    private static Predicate<JournaledRequest> agent(String beginning) {
        return request -> header(request, "User-Agent").toLowerCase(Locale.ROOT).startsWith(beginning);
    }

    private static boolean isOfOwnPage(JournaledRequest request) {
        String host = header(request, "Host");
        String origin = header(request, "Origin");
        return header(request, "Sec-Fetch-Site").equals("same-origin")
                || origin.equals("http://" + host)
                || origin.equals("https://" + host);
    }

    private static boolean isBrowser(JournaledRequest request) {
        return agent("mozilla/").test(request);
    }

    private static boolean isUnnamed(JournaledRequest request) {
        return header(request, "User-Agent").isEmpty();
    }

    private static boolean hasQuery(JournaledRequest request) {
        return request.target().indexOf('?') >= 0;
    }

    private static boolean hasParameter(JournaledRequest request, String name) {
        return request.target().contains("?" + name + "=") || request.target().contains("&" + name + "=");
    }

    private static String header(JournaledRequest request, String name) {
        var values = request.headers().get(name);
        return values == null || values.isEmpty() ? "" : values.get(0);
    }
}
