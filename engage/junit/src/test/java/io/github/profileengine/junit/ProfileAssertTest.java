package io.github.profileengine.junit;

import static io.github.profileengine.junit.EngageAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EngageExtension.class)
class ProfileAssertTest {
    private final EngageProject project;

    ProfileAssertTest(EngageProject project) {
        this.project = project;
    }

    @BeforeEach
    void send() {
        Sender.user(
                project,
                "u1",
                "'$set':{'n':3,'name':'100 % Ada','nothing':null,'list':[1,'b',{'x':2.5}],'object':{'b':1,'a':[2]}}");
    }

    private String failure(Consumer<ProfileAssert> assertion) {
        ProfileAssert profile = assertThat(project.profile("u1"));
        Throwable[] thrown = new Throwable[1];
        assertThatThrownBy(() -> assertion.accept(profile))
                .isInstanceOf(AssertionError.class)
                .satisfies(failure -> thrown[0] = failure);
        return thrown[0].getMessage();
    }

    @Test
    void asExpected_everyAssertion_holds() {
        assertThat(project.profile("u1"))
                .exists()
                .hasProperty("n")
                .hasProperty("nothing")
                .hasProperty("nothing", null)
                .hasProperty("object", Map.of("a", List.of(2), "b", 1.0))
                .hasNoProperty("missing", "absent")
                .hasProperties(Map.of("n", 3, "name", "100 % Ada"))
                .hasOnlyProperties("n", "name", "nothing", "list", "object")
                .hasList("list", 1, "b", Map.of("x", 2.5))
                .hasListContaining("list", "b", 1)
                .hasText("name", "100 % Ada");
        assertThat(project.profile("u2")).doesNotExist().hasNoProperty("n");
    }

    @Test
    void hasProperty_equalNumbersOfOtherTypes_areTheSame() {
        assertThat(project.profile("u1"))
                .hasProperty("n", 3)
                .hasProperty("n", 3L)
                .hasProperty("n", 3.0)
                .hasProperty("n", (short) 3);
        assertThat(failure(profile -> profile.hasProperty("n", 3.5))).contains("\"n\" is 3");
        assertThat(failure(profile -> profile.hasProperty("n", "3"))).contains("to have \"n\": \"3\"", "\"n\" is 3");
    }

    @Test
    void hasProperty_valueOfNoJsonType_isRefused() {
        assertThatThrownBy(() -> assertThat(project.profile("u1")).hasProperty("n", new Object()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void failure_everyAssertion_tellsWhatIsWrong() {
        assertThat(failure(ProfileAssert::doesNotExist)).contains("not to exist\nbut it does");
        assertThat(failure(profile -> profile.hasProperty("x"))).contains("but it has no property \"x\"");
        assertThat(failure(profile -> profile.hasProperty("x", null))).contains("but it has no property \"x\"");
        assertThat(failure(profile -> profile.hasNoProperty("y", "n"))).contains("no property \"n\"\nbut \"n\" is 3");
        assertThat(failure(profile -> profile.hasProperties(Map.of("n", 4, "x", 1))))
                .contains("\"n\" is 3", "it has no property \"x\"");
        assertThat(failure(profile -> profile.hasOnlyProperties("n", "name", "object", "list")))
                .contains("but there is also \"nothing\": null\n");
        assertThat(failure(profile -> profile.hasOnlyProperties(Map.of("n", 4))))
                .contains("but \"n\" is 3\nand there is also \"list\"");
        assertThat(failure(profile -> profile.hasList("list", "b", 1, Map.of("x", 2.5))))
                .contains("\"list\" is [1,\"b\",{\"x\":2.5}]");
        assertThat(failure(profile -> profile.hasListContaining("list", "b", "c")))
                .contains("and lacks \"c\"");
        assertThat(failure(profile -> profile.hasListContaining("n", 3))).contains("\"n\" is 3");
        assertThat(failure(profile -> profile.hasText("name", "Ada"))).contains("\"name\" is \"100 % Ada\"");
    }

    @Test
    void hasOnlyProperties_automaticOnes_countOnlyIfNamed() {
        Sender.user(project, "u2", "'$set':{'a':1}");

        assertThat(project.profile("u2")).hasOnlyProperties(Map.of("a", 1)).hasOnlyProperties("a", "$created");
        assertThatThrownBy(() -> assertThat(project.profile("u2")).hasOnlyProperties(Map.of("a", 1, "$created", "x")))
                .hasMessageContaining("\"$created\" is \"20");
    }

    @Test
    void hasOnlyProperties_ofNone_needsAProfileToo() {
        Sender.user(project, "u2", "'$set':{}");

        assertThat(project.profile("u2")).hasOnlyProperties();
        assertThatThrownBy(() -> assertThat(project.profile("u2")).hasProperty("a"))
                .hasMessageContaining("$set {} -> no property named");
        assertThatThrownBy(() -> assertThat(project.profile("nobody")).hasOnlyProperties())
                .hasMessageContaining("there is no such profile");
        assertThatThrownBy(() -> assertThat(project.profile("nobody")).hasOnlyProperties(Map.of()))
                .hasMessageContaining("there is no such profile");
    }

    @Test
    void failure_ignoredUpdate_showsProfileUpdatesAndReason() {
        Sender.user(project, "u1", "'$add':{'name':1}");

        assertThat(failure(profile -> profile.as("after the purchase").hasProperty("name", 101))
                        .lines())
                .contains(
                        "[after the purchase] expected profile " + project.token() + "/u1 to have \"name\": 101",
                        "but \"name\" is \"100 % Ada\"",
                        "the profile:",
                        "  \"n\": 3",
                        "  \"object\": {\"a\":[2],\"b\":1}",
                        "why, newest first:",
                        "latest updates, oldest first:")
                .anyMatch(line -> line.startsWith("  IGNORED by add-on-non-number: "))
                .anyMatch(line -> line.matches("  \\$add \\{\"name\":1} -> IGNORED name: .+"));
    }

    @Test
    @AllowRejections
    void failure_rejectedRecord_showsFieldAndReason() {
        Sender.user(project, "u3", "'$add':5");

        assertThatThrownBy(() -> assertThat(project.profile("u3")).exists())
                .hasMessageContaining("to exist\nbut there is no such profile")
                .hasMessageContaining("the profile:\n  there is none")
                .hasMessageContaining("why, newest first:\n  REJECTED $add: $add")
                .hasMessageContaining("an invalid record -> REJECTED: $add");
    }

    @Test
    void failure_nothingSent_saysSo() {
        assertThatThrownBy(() -> assertThat(project.profile("u2")).hasProperty("a", 1))
                .hasMessageContaining("but there is no such profile")
                .hasMessageContaining("no request named it");
    }

    @Test
    void failure_longValues_areCut() {
        Sender.user(project, "u1", "'$set':{'long':'" + "x".repeat(10_000) + "'}");

        assertThat(failure(profile -> profile.hasText("long", "y")).length()).isLessThan(5_000);
        assertThat(failure(profile -> profile.hasText("long", "y"))).contains("... (10002 characters)");
    }

    @Test
    void group_profile_isAsserted() {
        Sender.post(
                project.uri().resolve("/groups"),
                "{\"$token\":\"" + project.token()
                        + "\",\"$group_key\":\"company\",\"$group_id\":\"acme\",\"$set\":{\"plan\":\"pro\"}}");

        assertThat(project.group("company", "acme")).hasText("plan", "pro");
        assertThat(project.await().group("company", "acme").exists()).hasProperty("plan");
    }
}
