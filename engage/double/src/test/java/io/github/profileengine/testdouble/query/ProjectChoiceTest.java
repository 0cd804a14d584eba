package io.github.profileengine.testdouble.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.wire.request.RequestParameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectChoiceTest {
    private static final List<String> KNOWN = List.of("t1", "t2");
    private static final Map<String, String> PROJECTS = Map.of("7", "t7");
    private static final String ADVICE = "send token=, a known token as Basic user name, or a configured project_id";

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static ProjectChoice choose(String query, String authorization, List<String> known) {
        return ProjectChoice.of(RequestParameters.ofQuery(query), authorization, known, PROJECTS, Optional.empty());
    }

    @Test
    void of_tokenParameter_beatsAll() {
        assertThat(choose("token=t9&project_id=7", basic("t1:"), KNOWN).token()).contains("t9");
    }

    @Test
    void of_basicUserThatIsAToken_beatsProjectId() {
        assertThat(choose("project_id=7&token=", basic("t1:"), KNOWN).token()).contains("t1");
        assertThat(choose("project_id=7", "bASIC " + basic("t2:a:b").substring(6), KNOWN)
                        .token())
                .contains("t2");
    }

    @Test
    void of_serviceAccount_readsTheConfiguredProject() {
        assertThat(choose("project_id=7", basic("account:secret"), KNOWN).token())
                .contains("t7");
    }

    @Test
    void of_oneProject_isTheOne() {
        assertThat(choose("project_id=8", basic("account:secret"), List.of("t1"))
                        .token())
                .contains("t1");
        assertThat(choose("", null, List.of("t1")).token()).contains("t1");
    }

    @Test
    void of_session_beatsOnlyWhatNobodyHasSaid() {
        Optional<String> session = Optional.of("t5");
        RequestParameters none = RequestParameters.NONE;

        assertThat(ProjectChoice.of(none, basic("gone:"), List.of("t1"), PROJECTS, session)
                        .token())
                .contains("t5");
        assertThat(ProjectChoice.of(none, null, KNOWN, PROJECTS, session).token())
                .contains("t5");
        assertThat(ProjectChoice.of(none, basic("t1:"), KNOWN, PROJECTS, session)
                        .token())
                .contains("t1");
        RequestParameters project = RequestParameters.ofQuery("project_id=7");
        assertThat(ProjectChoice.of(project, null, KNOWN, PROJECTS, session).token())
                .contains("t7");
    }

    @Test
    void of_nothingThatTells_saysWhatIsMissing() {
        ProjectChoice several = choose("project_id=8", basic("account:secret"), KNOWN);
        ProjectChoice none = choose("", null, List.of());

        assertThat(several.token()).isEmpty();
        assertThat(several.error())
                .isEqualTo("project, unclear: there are 2 and the Basic user name is not a known token"
                        + " and project_id 8 is not configured; " + ADVICE);
        assertThat(none.token()).isEmpty();
        assertThat(none.error()).isEqualTo("project, unclear: there is none yet and the request names none; " + ADVICE);
    }

    /** Nothing is said of a header that was not sent. */
    @Test
    void of_noBasicHeader_saysOnlyWhatTheRequestHolds() {
        assertThat(choose("", null, KNOWN).error())
                .isEqualTo("project, unclear: there are 2 and the request names none; " + ADVICE);
        assertThat(choose("project_id=8", null, KNOWN).error())
                .isEqualTo("project, unclear: there are 2 and project_id 8 is not configured; " + ADVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ",
                "Basic !!!",
                "Basic dDE=",
                "Basic OnQx",
                "Bearer dDE6",
                "dDE6",
                "Basic t1:"
            })
    void of_malformedAuthorization_isNone(String authorization) {
        assertThat(choose("", authorization, KNOWN).token()).isEmpty();
        assertThat(choose("project_id=7", authorization, KNOWN).token()).contains("t7");
    }
}
