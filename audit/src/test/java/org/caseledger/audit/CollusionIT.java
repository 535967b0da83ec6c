// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.caseledger.chaincode.CaseledgerChaincode;
import org.caseledger.procedure.record.CanonicalJson;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every authority runs the same changed chaincode: all signatures are right, and still the audit finds it. */
class CollusionIT {

    /** What the colluding endorsers do to a call of the stub; returns null to let the call through. */
    @FunctionalInterface
    private interface Trick {
        @Nullable
        Object play(ChaincodeStub real, Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static volatile @Nullable Trick trick;
    private static TestLedger ledger;

    @BeforeAll
    static void a_ledger_that_is_in_use(@TempDir Path directory) {
        ledger = new TestLedger(directory, authority -> new Changed());
        Story.another(ledger).prepare();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void a_header_that_the_contract_would_not_have_written() {
        assertThat(collude(changedHeader(header -> header.put("sealed", true))))
                .containsExactly(FindingCode.NOT_REPRODUCIBLE);
    }

    @Test
    void a_marking_that_no_replay_gives() {
        assertThat(collude(changedHeader(header -> header.withObject("state").remove("last"))))
                .containsExactly(FindingCode.NOT_REPRODUCIBLE, FindingCode.CASE_STATE_DIFFERS);
    }

    @Test
    void a_header_that_cannot_be_read() {
        assertThat(collude(changedHeader(header -> header.remove("roles"))))
                .containsExactly(FindingCode.NOT_REPRODUCIBLE, FindingCode.CASE_UNREADABLE);
    }

    @Test
    void a_read_that_was_hidden() {
        assertThat(collude((real, method, arguments) -> method.getName().equals("getState")
                                && arguments[0].toString().startsWith("command/")
                        ? new byte[0]
                        : null))
                .containsExactly(FindingCode.READS_DIFFER);
    }

    @Test
    void another_event() {
        assertThat(collude((real, method, arguments) -> {
                    if (!method.getName().equals("setEvent")) {
                        return null;
                    }
                    real.setEvent("caseledger.v1", new byte[] {'{', '}'});
                    return done();
                }))
                .containsExactly(FindingCode.EVENT_DIFFERS);
    }

    @Test
    void a_step_of_an_authority_that_does_not_hold_the_role() {
        assertThat(collude("DE-DUBLIN", (real, method, arguments) -> {
                    if (!method.getName().equals("getState")
                            || !arguments[0].toString().startsWith("case/")) {
                        return null;
                    }
                    var header = CanonicalJson.read(real.getState(arguments[0].toString()));
                    ((ArrayNode) header.at("/roles/requesting")).add("DE-DUBLIN");
                    return CanonicalJson.write(header);
                }))
                .containsExactly(FindingCode.REFUSED_BY_CONTRACT);
    }

    @Test
    void founders_that_are_not_those_of_block_0(@TempDir Path directory) {
        try (var other = new TestLedger(directory, authority -> new CaseledgerChaincode())) {
            other.submit("AT-DUBLIN", "participants:propose", argument -> argument.putArray("members")
                    .addObject()
                    .put("authority", "AT-DUBLIN")
                    .put("country", "AT"));
            assertThat(codes(audit(other).findings().stream())).containsExactly(FindingCode.FOUNDERS_DIFFER);
        }
    }

    private static Set<FindingCode> collude(Trick played) {
        return collude("AT-DUBLIN", played);
    }

    /** Opens a case honestly, then records one step with the trick; gives what is found of these two alone. */
    private static Set<FindingCode> collude(String signer, Trick played) {
        trick = null;
        var story = Story.another(ledger).open();
        var before = audit(ledger).ledger().height();
        trick = played;
        story.record(signer, story.step("plea-of-expiry", "requesting", "2015-10-03", Map.of()));
        return codes(audit(ledger).findings().stream()
                .filter(finding -> finding.block() >= before || finding.detail().contains(story.caseId)));
    }

    private static AuditReport audit(TestLedger audited) {
        var request = AuditRequest.of(audited.copies(), audited.trust(), LocalDate.of(2026, 11, 21));
        return Audit.create().verify(request, AuditProgress.NONE);
    }

    private static Set<FindingCode> codes(Stream<Finding> findings) {
        var codes = EnumSet.noneOf(FindingCode.class);
        findings.forEach(finding -> codes.add(finding.code()));
        return codes;
    }

    /** The contract behind a stub that plays the trick. */
    private static final class Changed implements Chaincode {

        private final Chaincode contract = new CaseledgerChaincode();

        @Override
        public Response init(ChaincodeStub stub) {
            return contract.init(stub);
        }

        @Override
        public Response invoke(ChaincodeStub real) {
            return contract.invoke((ChaincodeStub) Proxy.newProxyInstance(
                    Changed.class.getClassLoader(),
                    new Class<?>[] {ChaincodeStub.class},
                    (proxy, method, arguments) -> answer(real, method, arguments)));
        }
    }

    private static @Nullable Object answer(ChaincodeStub real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        var played = trick;
        var answer = played == null || arguments == null ? null : played.play(real, method, arguments);
        if (answer == null) {
            return call(real, method, arguments);
        }
        return answer == done() ? null : answer;
    }

    private static @Nullable Object call(ChaincodeStub real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException inside) {
            throw inside.getCause() == null ? inside : inside.getCause();
        }
    }

    private static Trick changedHeader(Consumer<ObjectNode> change) {
        return (real, method, arguments) -> {
            if (!method.getName().equals("putState") || !arguments[0].toString().startsWith("case/")) {
                return null;
            }
            var header = (ObjectNode) CanonicalJson.read((byte[]) arguments[1]);
            change.accept(header);
            real.putState(arguments[0].toString(), CanonicalJson.write(header));
            return done();
        };
    }

    private static Object done() {
        return CollusionIT.class;
    }
}
