// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

/**
 * Why the contract refuses a transaction: the stable codes that stand in the message of a refused proposal. A code is
 * never renamed and never reused; docs/refusals.md says what to do about each.
 */
public enum Refusal {
    FUNCTION_UNKNOWN("The ledger knows no function of that name."),
    ARGUMENT_MALFORMED("A field of the argument is missing, unknown, given twice or not of its decided form."),
    ARGUMENT_NOT_CANONICAL("The argument is not canonical JSON."),
    STATE_UNREADABLE("A value on the ledger cannot be read; the operator must look at this endorser."),

    SIGNER_NOT_A_CLIENT("The transaction was not signed by a client identity of an authority."),
    NOT_FOUNDED("The founding list of participants is not active yet."),
    NOT_A_PARTICIPANT("The authority is not an active participant of this ledger."),
    ALREADY_FOUNDED("The founding list of participants is active and cannot be changed."),

    NOT_PROPOSED("Nothing was proposed under that id."),
    ALREADY_PROPOSED("That id was proposed before; a change needs a new version."),
    HASH_DIFFERS("What was proposed has another hash than the one approved."),
    ALREADY_APPROVED("This authority has approved it before."),
    ALREADY_ACTIVE("It is active already and needs no further approval."),
    DEFINITION_FAULTY("The definition was refused by the checker."),
    CHANNEL_COMMON(
            "The definition asks for a channel of those who need to know, and this one was founded as a common one."),
    CALENDAR_FAULTY("The calendar was refused by the checker."),
    DEFINITION_NOT_ACTIVE("The definition is not approved by a majority of the participants."),
    CALENDAR_NOT_ACTIVE("A calendar that the definition names is not approved by a majority of the participants."),

    CASE_EXISTS("A case or request with that id exists."),
    CASE_UNKNOWN("There is no case or request with that id."),
    CASE_TWICE("A case stands twice in the list; one step a case in one transaction."),
    CASE_SEALED("The case is sealed: nothing more can be recorded in it."),
    CASE_NOT_ENDED("The procedure is not over, so that the case cannot be sealed."),
    CASE_FULL("The case holds 1,000 entries and takes no more."),
    HEADER_TOO_LARGE("The case's marking would pass 16 KiB; the step cannot be recorded in this case."),
    REPLAY_TOO_LONG("The late records of this transaction reread too many entries; send fewer of them at once."),
    COMMAND_USED("The command id was used before; each entry needs a new one."),

    ROLE_UNKNOWN("The procedure has no such role."),
    ROLE_NOT_HELD("The authority does not hold the role that the step names."),
    NOT_THE_OPENER("Only a holder of the role that opens the procedure may do this."),
    ROLE_TAKEN("Only one authority may hold that role, and one does."),
    PARTY_ALREADY_BOUND("The authority holds that role in the case already."),
    DATE_IN_THE_FUTURE("The step lies after today's date in the acting State."),

    STEP_UNKNOWN("The procedure has no such step."),
    ROLE_DOES_NOT_OWN_STEP("The step belongs to another role."),
    NOT_ENABLED("Nothing that happened so far makes this step possible."),
    BARRED("The step is barred while the state that bars it lasts."),
    IRREGULARITY_NEEDED("The law forbade the step then: it can be recorded only with its irregularity code."),
    ATTRIBUTE_UNKNOWN("The step has no such attribute."),
    ATTRIBUTE_MISSING("An attribute that the step needs is missing."),
    ATTRIBUTE_VALUE("An attribute has a value that the procedure does not know."),
    ROUND_UNKNOWN("There is no such round."),
    REFERENCE_UNKNOWN("The step refers to an entry that the case does not hold."),
    NOT_THE_OPENING_STEP("The procedure does not begin with this step."),
    LIMIT_NOT_LAPSED("The limit has not passed in every reading."),

    NOT_YOUR_ENTRY("Only the authority that recorded a step may correct it."),
    ALREADY_SUPERSEDED("The entry was corrected before; correct the newest correction."),
    NOT_A_SUCCESSOR("The definition is not a later version of the case's definition."),

    BATCH_EXISTS("A batch with that id was published before."),
    BATCH_UNKNOWN("There is no batch of tombstones with that id.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** What a caseworker or operator is told, without any value of the transaction. */
    public String sentence() {
        return sentence;
    }
}
