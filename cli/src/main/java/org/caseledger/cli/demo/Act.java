// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act of a played case, as its file has it (docs/demo.md): who does what, and what must come of it. A day is an ISO
 * date or {@code today}; {@code by} is an authority's id.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Act.Chapter.class, name = "chapter"),
    @JsonSubTypes.Type(value = Act.Open.class, name = "open"),
    @JsonSubTypes.Type(value = Act.Bind.class, name = "bind"),
    @JsonSubTypes.Type(value = Act.Claim.class, name = "claim"),
    @JsonSubTypes.Type(value = Act.Enter.class, name = "record"),
    @JsonSubTypes.Type(value = Act.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Act.Work.class, name = "work"),
    @JsonSubTypes.Type(value = Act.Read.class, name = "read"),
    @JsonSubTypes.Type(value = Act.Agree.class, name = "agree"),
    @JsonSubTypes.Type(value = Act.Ask.class, name = "ask"),
    @JsonSubTypes.Type(value = Act.Retention.class, name = "retention"),
    @JsonSubTypes.Type(value = Act.Decide.class, name = "decide"),
    @JsonSubTypes.Type(value = Act.Destroyed.class, name = "destroyed"),
    @JsonSubTypes.Type(value = Act.Find.class, name = "find"),
    @JsonSubTypes.Type(value = Act.Attack.class, name = "attack"),
    @JsonSubTypes.Type(value = Act.Copy.class, name = "copy"),
    @JsonSubTypes.Type(value = Act.Audit.class, name = "audit"),
    @JsonSubTypes.Type(value = Act.Compare.class, name = "compare"),
    @JsonSubTypes.Type(value = Act.Search.class, name = "search")
})
sealed interface Act {

    void play(Stage stage);

    /** A heading. */
    record Chapter(String id) implements Act {
        @Override
        public void play(Stage stage) {
            stage.journal().chapter(id);
        }
    }

    /** Opens the case under the authority's file number. */
    record Open(String by, Map<String, List<String>> roles, Step step) implements Act {
        @Override
        public void play(Stage stage) {
            new Casework(stage).open(this);
        }
    }

    /** Binds a further authority to a role. */
    record Bind(String by, String role, String authority) implements Act {
        @Override
        public void play(Stage stage) {
            new Casework(stage).bind(this);
        }
    }

    /** Takes the link that arrived and attaches the authority's own file number. */
    record Claim(String by, String from) implements Act {
        @Override
        public void play(Stage stage) {
            new Casework(stage).claim(this);
        }
    }

    /**
     * Records a step.
     *
     * @param id what other acts call it
     * @param annuls the id of the step that it annuls
     */
    record Enter(
            String by,
            Step step,
            @Nullable String id,
            @Nullable String annuls) implements Act {
        @Override
        public void play(Stage stage) {
            new Casework(stage).enter(this);
        }
    }

    /** Tries a step that the ledger must refuse with the code. */
    record Refused(String say, String by, Step step, String code) implements Act {
        @Override
        public void play(Stage stage) {
            new Casework(stage).refused(this);
        }
    }

    /** Looks at the worklist as of a day: what is due of the limit is as expected. */
    record Work(String by, String asOf, String limit, ObjectNode is) implements Act {
        @Override
        public void play(Stage stage) {
            new Casework(stage).work(this);
        }
    }

    /** Reads the case as of a day. */
    record Read(String by, String asOf, List<Finding> says) implements Act {
        @Override
        public void play(Stage stage) {
            new Results(stage).read(this);
        }
    }

    /** All of them compute the same, as of today; what the first one shows is what the audit must come to. */
    record Agree(List<String> among) implements Act {
        @Override
        public void play(Stage stage) {
            new Results(stage).agree(this);
        }
    }

    /** Receives an erasure request over the case. */
    record Ask(String id, String by, String received, List<String> controllers) implements Act {
        @Override
        public void play(Stage stage) {
            new Erasure(stage).ask(this);
        }
    }

    /** Reads until when the authority must keep its link. */
    record Retention(String by, String request, ObjectNode is) implements Act {
        @Override
        public void play(Stage stage) {
            new Erasure(stage).retention(this);
        }
    }

    /**
     * Decides on a request.
     *
     * @param code with which the decision must be refused; null where it must stand
     */
    record Decide(
            String by,
            String request,
            String decision,
            String date,
            @Nullable String ground,
            @Nullable String until,
            @Nullable String code)
            implements Act {
        @Override
        public void play(Stage stage) {
            new Erasure(stage).decide(this);
        }
    }

    /** The link is destroyed and confirmed; the receipt is handed out, the request closed. */
    record Destroyed(String by, String request) implements Act {
        @Override
        public void play(Stage stage) {
            new Erasure(stage).destroyed(this);
        }
    }

    /** Looks for the case by file number and handle; {@code cases} says how many there must be. */
    record Find(String by, int cases) implements Act {
        @Override
        public void play(Stage stage) {
            new Erasure(stage).find(this);
        }
    }

    /**
     * Somebody breaks in.
     *
     * @param finds the file numbers whose links he recovers
     * @param steals whether he takes a copy of the server's files along; afterwards he has it too
     */
    record Attack(String say, List<String> finds, boolean steals) implements Act {
        @Override
        public void play(Stage stage) {
            new Burglary(stage).attack(this);
        }
    }

    /** The supervisory authority pulls a copy of the blocks. */
    record Copy(String by, String name) implements Act {
        @Override
        public void play(Stage stage) {
            new Inspection(stage).copy(this);
        }
    }

    /** It verifies the copy. */
    record Audit(String name) implements Act {
        @Override
        public void play(Stage stage) {
            new Inspection(stage).audit(this);
        }
    }

    /** The first copy is the beginning of the second. */
    record Compare(String before, String after) implements Act {
        @Override
        public void play(Stage stage) {
            new Inspection(stage).compare(this);
        }
    }

    /** No file number is in the copy. */
    record Search(String name) implements Act {
        @Override
        public void play(Stage stage) {
            new Inspection(stage).search(this);
        }
    }
}
