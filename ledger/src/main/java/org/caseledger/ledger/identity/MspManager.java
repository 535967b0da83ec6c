// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.identity;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.jspecify.annotations.Nullable;

/** The channel's MSPs. Remembers what a serialized identity came out as, good or bad. Thread-safe. */
public final class MspManager {
    private static final int REMEMBERED = 10_000;

    private final Map<String, Msp> msps;
    private final SignatureProvider provider;
    private final Map<ByteString, Verdict> verdicts = new ConcurrentHashMap<>();

    private record Verdict(@Nullable Identity identity, String problem) {}

    /** Takes the MSPs by id. */
    public MspManager(Map<String, Msp> msps, SignatureProvider provider) {
        this.msps = Map.copyOf(msps);
        this.provider = provider;
    }

    /** The MSPs by id. */
    public Map<String, Msp> msps() {
        return msps;
    }

    /** The identity when one of the channel's MSPs takes it as valid. */
    public Optional<Identity> find(ByteString serialized) {
        return Optional.ofNullable(verdict(serialized).identity());
    }

    /** Why {@link #find} gave nothing, as one sentence; empty when it gave an identity. */
    public String problem(ByteString serialized) {
        return verdict(serialized).problem();
    }

    private Verdict verdict(ByteString serialized) {
        Verdict known = verdicts.get(serialized);
        if (known != null) {
            return known;
        }
        if (verdicts.size() >= REMEMBERED) {
            verdicts.clear();
        }
        Verdict fresh = judge(serialized);
        verdicts.put(serialized, fresh);
        return fresh;
    }

    private Verdict judge(ByteString serialized) {
        try {
            SerializedIdentity parsed = SerializedIdentity.parseFrom(serialized);
            Msp msp = msps.get(parsed.getMspid());
            if (msp == null) {
                return new Verdict(null, "No organisation of the channel has the MSP id that the identity names.");
            }
            return new Verdict(msp.identify(serialized, Certificates.parse(parsed.getIdBytes()), provider), "");
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return new Verdict(null, "The identity cannot be read.");
        } catch (GeneralSecurityException e) {
            return new Verdict(null, "The identity is not valid in its MSP: " + e.getMessage());
        }
    }
}
