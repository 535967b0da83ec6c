// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caseledger.ledger.identity.SigningIdentity;
import org.caseledger.ledger.state.StateKey;

/**
 * Take back cases day by day, each step on its own day: of a hundred, 15 end with the transfer, 45 with the decision,
 * 30 with a refusal, 10 with the request. An opening is a transaction of its own; of the other steps of a day an
 * authority sends ten in one, as its gateway does under load. Everything follows from the seed.
 */
final class ManyCases {

    private static final int A_BLOCK = 100;
    private static final int A_TRANSACTION = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 4);

    private record Act(int day, String step, boolean byRequested, String attributes) {}

    private static final List<Act> WAY = List.of(
            new Act(0, "lodged", false, ""),
            new Act(2, "request", false, "\"basis\":\"eurodac\""),
            new Act(12, "accept", true, ""),
            new Act(21, "decide", false, ""),
            new Act(80, "transferred", false, ""));
    private static final Act REFUSAL = new Act(13, "refuse", true, "");

    private record Case(String id, int opened, List<Act> acts, int at) {
        Act act() {
            return acts.get(at);
        }
    }

    private record Call(SigningIdentity client, ByteString nonce, Instant at, String function, String argument) {}

    private final BulkLedger ledger;
    private final BulkTransactions transactions;
    private final SigningIdentity requesting;
    private final SigningIdentity requested;
    private final SplittableRandom random = new SplittableRandom(20261121);
    private final TreeMap<Integer, List<Case>> due = new TreeMap<>();

    ManyCases(BulkLedger ledger, BulkTransactions transactions, SigningIdentity requesting, SigningIdentity requested) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.requesting = requesting;
        this.requested = requested;
    }

    /** Writes so many cases, an equal number each day. */
    void write(int cases, int aDay) {
        var opened = 0;
        for (var day = 0; opened < cases || !due.isEmpty(); day++) {
            var today = due.containsKey(day) ? due.remove(day) : new ArrayList<Case>();
            for (var i = 0; i < aDay && opened < cases; i++, opened++) {
                today.add(new Case(id(), day, acts(), 0));
            }
            parts(calls(day, today), A_BLOCK).forEach(this::block);
            today.forEach(this::next);
            if (day % 50 == 0) {
                System.out.println("day " + day + ": " + opened + " cases opened");
            }
        }
    }

    private static <T> List<List<T>> parts(List<T> all, int size) {
        var parts = new ArrayList<List<T>>();
        for (var from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }

    private List<Call> calls(int day, List<Case> cases) {
        var calls = new ArrayList<Call>();
        var later = new TreeMap<Boolean, List<Case>>();
        for (var each : cases) {
            if (each.at() == 0) {
                calls.add(open(day, each));
            } else {
                later.computeIfAbsent(each.act().byRequested(), any -> new ArrayList<>())
                        .add(each);
            }
        }
        later.values().forEach(of -> parts(of, A_TRANSACTION).forEach(some -> calls.add(record(day, some))));
        return calls;
    }

    private void block(List<Call> calls) {
        ledger.append(calls.parallelStream()
                .map(call ->
                        transactions.call(call.client(), call.nonce(), call.at(), call.function(), call.argument()))
                .toList());
    }

    private void next(Case each) {
        var after = new Case(each.id(), each.opened(), each.acts(), each.at() + 1);
        if (after.at() == each.acts().size()) {
            ledger.forget(new StateKey("caseledger", "case/" + each.id()));
        } else {
            due.computeIfAbsent(each.opened() + after.act().day(), any -> new ArrayList<>())
                    .add(after);
        }
    }

    private Call open(int day, Case each) {
        return call(
                day,
                requesting,
                "cases:open",
                "{\"case\":\"" + each.id() + "\",\"definition\":\"dublin3-take-back@1\",\"roles\":{\"requested\":[\""
                        + requested.mspId() + "\"],\"requesting\":[\"" + requesting.mspId() + "\"]},\"step\":"
                        + step(day, each.act()) + ",\"v\":1}");
    }

    private Call record(int day, List<Case> cases) {
        var steps = cases.stream()
                .map(each -> "{\"case\":\"" + each.id() + "\",\"step\":" + step(day, each.act()) + "}")
                .collect(Collectors.joining(",", "{\"steps\":[", "],\"v\":1}"));
        return call(day, cases.get(0).act().byRequested() ? requested : requesting, "cases:record", steps);
    }

    private String step(int day, Act act) {
        return "{\"attributes\":{" + act.attributes() + "},\"command\":\"" + id() + "\",\"occurredOn\":\""
                + FIRST_DAY.plusDays(day) + "\",\"role\":\"" + (act.byRequested() ? "requested" : "requesting")
                + "\",\"step\":\"" + act.step() + "\",\"v\":1}";
    }

    private Call call(int day, SigningIdentity client, String function, String argument) {
        var noon = FIRST_DAY.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new Call(client, nonce(), noon, function, argument);
    }

    private List<Act> acts() {
        var kind = random.nextInt(100);
        if (kind < 30) {
            return List.of(WAY.get(0), WAY.get(1), REFUSAL);
        }
        return WAY.subList(0, kind < 40 ? 2 : kind < 85 ? 4 : 5);
    }

    private String id() {
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }

    private ByteString nonce() {
        var nonce = new byte[24];
        for (var i = 0; i < nonce.length; i++) {
            nonce[i] = (byte) random.nextInt();
        }
        return ByteString.copyFrom(nonce);
    }
}
