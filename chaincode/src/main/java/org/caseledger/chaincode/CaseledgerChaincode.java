// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import static java.util.Map.entry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.caseledger.chaincode.cases.CasesContract;
import org.caseledger.chaincode.governance.CalendarsContract;
import org.caseledger.chaincode.governance.ParticipantsContract;
import org.caseledger.chaincode.governance.ProceduresContract;
import org.caseledger.chaincode.governance.Rulebook;
import org.caseledger.chaincode.requests.RequestsContract;
import org.caseledger.chaincode.tombstones.TombstonesContract;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractRuntimeException;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole contract as one shim chaincode: routes {@code <contract>:<function>} to the contract classes, which Fabric's
 * own router runs as well. One object serves any number of threads; it keeps nothing but parsed definitions and
 * calendars, which it compares with the ledger's bytes at each use.
 *
 * <p>A refusal is a response of status 500 whose message is {@code REFUSED <CODE> <json>}.
 */
public final class CaseledgerChaincode implements Chaincode {

    /** The name of the one event of a transaction. */
    public static final String EVENT = "caseledger.v1";

    private static final Logger LOG = LoggerFactory.getLogger(CaseledgerChaincode.class);

    private final Map<String, Function> functions;

    public CaseledgerChaincode() {
        var rulebook = new Rulebook();
        var cases = new CasesContract(rulebook);
        var requests = new RequestsContract(rulebook);
        var procedures = new ProceduresContract();
        var calendars = new CalendarsContract();
        var participants = new ParticipantsContract();
        var tombstones = new TombstonesContract();
        functions = Map.ofEntries(
                entry("cases:open", cases::open),
                entry("cases:record", cases::record),
                entry("cases:correct", cases::correct),
                entry("cases:addParty", cases::addParty),
                entry("cases:lapse", cases::lapse),
                entry("cases:adopt", cases::adopt),
                entry("cases:seal", cases::seal),
                entry("cases:read", cases::read),
                entry("cases:history", cases::history),
                entry("requests:open", requests::open),
                entry("requests:record", requests::record),
                entry("requests:addParty", requests::addParty),
                entry("requests:seal", requests::seal),
                entry("requests:read", requests::read),
                entry("requests:history", requests::history),
                entry("procedures:propose", procedures::propose),
                entry("procedures:approve", procedures::approve),
                entry("procedures:read", procedures::read),
                entry("procedures:list", procedures::list),
                entry("calendars:propose", calendars::propose),
                entry("calendars:approve", calendars::approve),
                entry("calendars:read", calendars::read),
                entry("calendars:list", calendars::list),
                entry("participants:propose", participants::propose),
                entry("participants:approve", participants::approve),
                entry("participants:read", participants::read),
                entry("tombstones:publish", tombstones::publish),
                entry("tombstones:read", tombstones::read));
    }

    /** The functions that the chaincode offers, as {@code <contract>:<function>}. */
    public Set<String> functions() {
        return functions.keySet();
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return new Response(Response.Status.SUCCESS, "", new byte[0]);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        try {
            var answer = call(stub);
            return new Response(Response.Status.SUCCESS, "", answer.getBytes(StandardCharsets.UTF_8));
        } catch (RefusedException refused) {
            return failed(refused.message());
        } catch (RuntimeException unexpected) {
            // Its message may repeat an argument, so that only its kind and its place are told.
            LOG.warn(
                    "transaction {} failed with {} at {}",
                    stub.getTxId(),
                    unexpected.getClass().getName(),
                    place(unexpected));
            return failed("FAILED");
        }
    }

    private String call(ChaincodeStub stub) {
        var arguments = stub.getArgs();
        var function = arguments.isEmpty() ? null : functions.get(decode(arguments.get(0)));
        if (function == null) {
            throw new RefusedException(Refusal.FUNCTION_UNKNOWN);
        }
        if (arguments.size() != 2) {
            throw new RefusedException(Refusal.ARGUMENT_MALFORMED);
        }
        return function.call(context(stub), decode(arguments.get(1)));
    }

    private static Context context(ChaincodeStub stub) {
        try {
            return new Context(stub);
        } catch (ContractRuntimeException unreadable) {
            throw new RefusedException(Refusal.SIGNER_NOT_A_CLIENT);
        }
    }

    private static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new RefusedException(Refusal.ARGUMENT_NOT_CANONICAL);
        }
    }

    private static Response failed(String message) {
        return new Response(Response.Status.INTERNAL_SERVER_ERROR, message, new byte[0]);
    }

    private static String place(RuntimeException unexpected) {
        var trace = unexpected.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }

    /** A function of a contract. */
    @FunctionalInterface
    private interface Function {
        String call(Context context, String argument);
    }
}
