// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseledger.procedure.definition.Definition;

/** Tells mutants that are equivalent by construction from those that only no scenario notices. */
public final class Equivalences {

    static final List<Equivalence> ALL = List.of(
            new SameProgram(),
            new LateWithoutEnd(),
            new LateWithoutSuchEffect(),
            new ByEndOfWhatIsGone(),
            new NothingFinalToReopen(),
            new FinalOfWhatNothingElseSets(),
            new OpenerComesFirst(),
            new PreferenceOfANote(),
            new UnlawfulWithoutEffect(),
            new AnnulledEitherWay());

    private final List<Definition> forms;

    private Equivalences(List<Definition> forms) {
        this.forms = forms;
    }

    /** Those of one original. */
    public static Equivalences of(Definition original) {
        return new Equivalences(forms(original));
    }

    /** Why nothing can tell the changed definition from the original; empty if something might. */
    public Optional<String> reason(Definition changed) {
        var form = Rewriting.bare(changed);
        for (int i = 0; i < forms.size(); i++) {
            form = ALL.get(i).plain(form);
            if (form.equals(forms.get(i))) {
                return Optional.of(ALL.get(i).reason());
            }
        }
        return Optional.empty();
    }

    /** The original in ever plainer forms. */
    private static List<Definition> forms(Definition original) {
        var forms = new ArrayList<Definition>();
        var form = Rewriting.bare(original);
        for (var equivalence : ALL) {
            form = equivalence.plain(form);
            forms.add(form);
        }
        return forms;
    }
}
