// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.config.PolicyPaths;
import org.caseledger.ledger.identity.Identity;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;

/** Whether a signed request for blocks may be served, and which blocks it means. */
final class SeekCheck {
    private final ChannelConfig config;
    private final Clock clock;
    private final Duration window;

    /** The blocks asked for, both ends included; the stop is unsigned. */
    record Range(long start, long stop, boolean failIfMissing) {}

    /** The status that ends the request. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final Status status;

        Refused(Status status) {
            super(status.name());
            this.status = status;
        }

        Status status() {
            return status;
        }
    }

    SeekCheck(ChannelConfig config, Clock clock, Duration window) {
        this.config = config;
        this.clock = clock;
        this.window = window;
    }

    Range check(Envelope envelope, long height) throws Refused {
        try {
            Payload payload = Payload.parseFrom(envelope.getPayload());
            ChannelHeader channel = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            requireChannel(channel);
            requireReader(
                    envelope,
                    SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader())
                            .getCreator());
            return range(SeekInfo.parseFrom(payload.getData()), height);
        } catch (InvalidProtocolBufferException | DateTimeException | ArithmeticException e) {
            throw new Refused(Status.BAD_REQUEST);
        }
    }

    private void requireChannel(ChannelHeader channel) throws Refused {
        if (!channel.getChannelId().equals(config.channel())) {
            throw new Refused(Status.NOT_FOUND);
        }
        Instant said = Instant.ofEpochSecond(
                channel.getTimestamp().getSeconds(), channel.getTimestamp().getNanos());
        if (!channel.hasTimestamp()
                || Duration.between(said, clock.instant()).abs().compareTo(window) > 0) {
            throw new Refused(Status.BAD_REQUEST);
        }
    }

    private void requireReader(Envelope envelope, ByteString creator) throws Refused {
        boolean allowed = config.msps()
                .find(creator)
                .filter(identity -> identity.verify(envelope.getSignature(), envelope.getPayload()))
                .filter(this::current)
                .filter(identity -> config.policy(PolicyPaths.READERS).satisfied(List.of(identity)))
                .isPresent();
        if (!allowed) {
            throw new Refused(Status.FORBIDDEN);
        }
    }

    private boolean current(Identity identity) {
        return !clock.instant().isAfter(identity.certificate().getNotAfter().toInstant());
    }

    private static Range range(SeekInfo seek, long height) throws Refused {
        long start = position(seek.getStart(), height);
        long stop =
                seek.getStop().getTypeCase() == SeekPosition.TypeCase.OLDEST ? start : position(seek.getStop(), height);
        if (Long.compareUnsigned(stop, start) < 0) {
            throw new Refused(Status.BAD_REQUEST);
        }
        return new Range(start, stop, seek.getBehavior() == SeekInfo.SeekBehavior.FAIL_IF_NOT_READY);
    }

    private static long position(SeekPosition position, long height) throws Refused {
        return switch (position.getTypeCase()) {
            case OLDEST -> 0;
            case NEWEST -> height - 1;
            case NEXT_COMMIT -> height;
            case SPECIFIED -> position.getSpecified().getNumber();
            case TYPE_NOT_SET -> throw new Refused(Status.BAD_REQUEST);
        };
    }
}
