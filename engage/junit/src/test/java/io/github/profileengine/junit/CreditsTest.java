package io.github.profileengine.junit;

import static io.github.profileengine.junit.EngageAssertions.assertThat;

import com.mixpanel.mixpanelapi.MessageBuilder;
import com.mixpanel.mixpanelapi.MixpanelAPI;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EngageExtension.class)
class CreditsTest {
    @Test
    void purchase_addsCredits(EngageProject project) throws IOException {
        String url = project.uri().toString();
        MixpanelAPI mixpanel = new MixpanelAPI(url + "/track", url + "/engage", url + "/groups", url + "/import");
        mixpanel.sendMessage(new MessageBuilder(project.token()).increment("u1", Map.of("credits", 3L)));

        assertThat(project.profile("u1")).hasProperty("credits", 3);
    }
}
