// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;

/** Evaluation must give every endorser and every auditor the same, today and in ten years. */
@AnalyzeClasses(packages = "org.caseledger.procedure", importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {

    private static final String ROOT = "org.caseledger.procedure.";

    @ArchTest
    static final ArchRule nothing_but_the_library_touches_files_or_the_network = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "library..", ROOT + "definition..", ROOT + "record..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.nio.channels..");

    @ArchTest
    static final ArchRule no_file_or_socket_is_opened_anywhere = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..", "java.nio.channels..", "java.sql..");

    @ArchTest
    static final ArchRule nothing_asks_for_the_time_or_for_chance = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Random.class, UUID.class, TimeZone.class, Thread.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.security.SecureRandom");

    @ArchTest
    static final ArchRule nothing_calls_now = classes()
            .should(notCall("now"))
            .andShould(notCall("currentTimeMillis"))
            .andShould(notCall("nanoTime"));

    @ArchTest
    static final ArchRule evaluation_knows_no_zone_rules = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "engine..", ROOT + "calendar..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.time.zone..")
            .orShould()
            .callMethod(ZoneId.class, "of", String.class)
            .orShould()
            .callMethod(ZoneId.class, "systemDefault");

    @ArchTest
    static final ArchRule nothing_asks_for_the_default_locale =
            noClasses().should().callMethod(Locale.class, "getDefault");

    @ArchTest
    static final ArchRule the_law_knows_no_framework = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "org.hyperledger..", "org.springframework..", "de.focus_shift..");

    @ArchTest
    static final ArchRule what_is_read_does_not_know_who_plays_it = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "record..", ROOT + "definition..", ROOT + "calendar..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "engine..", ROOT + "library..");

    private static ArchCondition<JavaClass> notCall(String method) {
        return new ArchCondition<>("not call " + method) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                    if (call.getTarget().getName().equals(method)) {
                        events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                    }
                }
            }
        };
    }
}
