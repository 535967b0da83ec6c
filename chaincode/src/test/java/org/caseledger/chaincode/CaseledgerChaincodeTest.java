// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseledger.chaincode.TestLedger.AT;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.caseledger.chaincode.cases.CasesContract;
import org.caseledger.chaincode.governance.CalendarsContract;
import org.caseledger.chaincode.governance.ParticipantsContract;
import org.caseledger.chaincode.governance.ProceduresContract;
import org.caseledger.chaincode.requests.RequestsContract;
import org.caseledger.chaincode.tombstones.TombstonesContract;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.junit.jupiter.api.Test;

class CaseledgerChaincodeTest {

    private static final Stream<Class<?>> CONTRACTS = Stream.of(
            CasesContract.class,
            RequestsContract.class,
            ProceduresContract.class,
            CalendarsContract.class,
            ParticipantsContract.class,
            TombstonesContract.class);

    @Test
    void it_routes_to_every_annotated_function_and_no_other() {
        var annotated = new TreeSet<String>();
        CONTRACTS.forEach(contract -> Arrays.stream(contract.getMethods())
                .filter(method -> method.isAnnotationPresent(Transaction.class))
                .forEach(method ->
                        annotated.add(contract.getAnnotation(Contract.class).name() + ":" + method.getName())));

        assertThat(new CaseledgerChaincode().functions()).containsExactlyInAnyOrderElementsOf(annotated);
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        var result =
                new TestLedger().execute(TestIdentity.client(AT), "cases:read", new byte[] {'{', (byte) 0xff, '}'});

        assertThat(TestLedger.refused(result)).isEqualTo("REFUSED ARGUMENT_NOT_CANONICAL {}");
    }

    @Test
    void an_identity_that_cannot_be_read_is_refused() {
        var result = new TestLedger().execute(new byte[] {1, 2, 3}, "procedures:list", new byte[] {'{', '}'});

        assertThat(TestLedger.refused(result)).isEqualTo("REFUSED SIGNER_NOT_A_CLIENT {}");
    }
}
