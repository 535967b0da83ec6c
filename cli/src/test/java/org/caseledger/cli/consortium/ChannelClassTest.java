// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.caseledger.network.topology.Channel;
import org.caseledger.network.topology.TopologyException;
import org.caseledger.procedure.library.Library;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChannelClassTest {
    private static final String TRAFFICKING = "trafficking-protection@1";

    @Test
    void a_procedure_that_discloses_by_its_name_is_not_played_on_a_common_channel() {
        assertThatThrownBy(() -> require(null, TRAFFICKING))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("Channel asylum is a common one, and " + TRAFFICKING)
                .hasMessageContaining("class: need-to-know");
    }

    @Test
    void on_a_channel_of_those_who_need_to_know_every_procedure_may_be_played() {
        assertThatCode(() -> require(Channel.Kind.NEED_TO_KNOW, TRAFFICKING, "gdpr-erasure@1"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_common_channel_takes_common_procedures() {
        assertThatCode(() -> require(Channel.Kind.COMMON, "dublin3-take-back@1"))
                .doesNotThrowAnyException();
    }

    private static void require(Channel.@Nullable Kind kind, String... procedures) {
        ChannelClass.require(
                new Channel("asylum", kind, List.of("AT-DUBLIN"), List.of(procedures)),
                Library.shipped().of(List.of(procedures)));
    }
}
