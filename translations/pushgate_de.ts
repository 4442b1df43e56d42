<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>main</name>
    <message>
        <source>A window onto push gateways.</source>
        <translation>Ein Fenster zu Push-Gateways.</translation>
    </message>
    <message>
        <source>Start a local gateway to try things out.</source>
        <translation>Ein lokales Gateway zum Ausprobieren starten.</translation>
    </message>
    <message>
        <source>A gateway to connect to, as http://host:9091.</source>
        <translation>Ein Gateway, etwa http://host:9091.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::ActivityChart</name>
    <message>
        <source>Pushes and failures a minute</source>
        <translation>Pushes und Fehlschläge je Minute</translation>
    </message>
    <message>
        <source>pushes</source>
        <translation>Pushes</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>%1 pushes in %2: show the groups</source>
        <translation>%1 Pushes in %2: die Gruppen zeigen</translation>
    </message>
    <message>
        <source>%1 failures in %2: show the groups that failed</source>
        <translation>%1 Fehlschläge in %2: die fehlgeschlagenen Gruppen zeigen</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::AgeChart</name>
    <message>
        <source>Groups by age of the last push</source>
        <translation>Gruppen nach Alter des letzten Pushs</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), %1 to %2 old</source>
        <translation>
            <numerusform>%n Gruppe, %1 bis %2 alt</numerusform>
            <numerusform>%n Gruppen, %1 bis %2 alt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), older than %1</source>
        <translation>
            <numerusform>%n Gruppe, älter als %1</numerusform>
            <numerusform>%n Gruppen, älter als %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Ages</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 wk</source>
        <comment>weeks</comment>
        <translation>%1 Wo.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>%1 is a duration</comment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>%1 is a duration</comment>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>about every %1</source>
        <comment>%1 is a duration</comment>
        <translation>etwa alle %1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <comment>%1 is a duration</comment>
        <translation>%1 zu spät</translation>
    </message>
    <message>
        <source>due in %1</source>
        <comment>%1 is a duration</comment>
        <translation>fällig in %1</translation>
    </message>
    <message>
        <source>%1 %2 (Unix time %3)</source>
        <comment>local time, its zone, seconds</comment>
        <translation>%1 %2 (Unix-Zeit %3)</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Alarms</name>
    <message>
        <source>%1: %2</source>
        <comment>a state and a group</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The gateway no longer answers.</source>
        <translation>Das Gateway antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>The gateway answers again.</source>
        <translation>Das Gateway antwortet wieder.</translation>
    </message>
    <message>
        <source>No gateway yet.</source>
        <translation>Noch kein Gateway.</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), all fresh</source>
        <translation>
            <numerusform>%n Gruppe, alles frisch</numerusform>
            <numerusform>%n Gruppen, alle frisch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gateway(s) lost</source>
        <translation>
            <numerusform>%n Gateway verloren</numerusform>
            <numerusform>%n Gateways verloren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::ConnectionDialog</name>
    <message>
        <source>Accept any certificate</source>
        <translation>Jedes Zertifikat annehmen</translation>
    </message>
    <message>
        <source>Edit gateway</source>
        <translation>Gateway bearbeiten</translation>
    </message>
    <message>
        <source>Connect to a gateway</source>
        <translation>Mit einem Gateway verbinden</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Nobody signs in</source>
        <translation>Ohne Anmeldung</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>Name und Passwort</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>An&amp;meldung</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Password or token</source>
        <translation>&amp;Passwort oder Token</translation>
    </message>
    <message>
        <source>Groups are s&amp;tale after</source>
        <translation>Gruppen &amp;veraltet nach</translation>
    </message>
    <message>
        <source>&amp;CA certificates</source>
        <translation>&amp;CA-Zertifikate</translation>
    </message>
    <message>
        <source>CA certificates</source>
        <translation>CA-Zertifikate</translation>
    </message>
    <message>
        <source>Client c&amp;ertificate</source>
        <translation>Client-&amp;Zertifikat</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Client &amp;key</source>
        <translation>Client-Schlü&amp;ssel</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Client-Schlüssel</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>in the file of the certificate</source>
        <translation>in der Datei des Zertifikats</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Whoever sits between you and the gateway can read and change everything.</source>
        <translation>Wer zwischen Ihnen und dem Gateway sitzt, kann alles mitlesen und ändern.</translation>
    </message>
    <message>
        <source>Trying...</source>
        <translation>Wird versucht...</translation>
    </message>
    <message numerus="yes">
        <source>It works: %1, %n group(s).</source>
        <translation>
            <numerusform>Es geht: %1, %n Gruppe.</numerusform>
            <numerusform>Es geht: %1, %n Gruppen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It does not work: %1.</source>
        <translation>Es geht nicht: %1.</translation>
    </message>
    <message>
        <source>Type the password first.</source>
        <translation>Zuerst das Passwort eingeben.</translation>
    </message>
    <message>
        <source>Tell me when groups fail or it is &amp;lost</source>
        <translation>Fehlschläge und Verlust mel&amp;den</translation>
    </message>
    <message>
        <source>For gateways without rules of their own, as the Go Pushgateway. Choose an age or type one: 90m, 26h, 2d.</source>
        <translation>Für Gateways ohne eigene Regeln wie das Go-Pushgateway. Ein Alter wählen oder eintippen: 90m, 26h, 2d.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Copies</name>
    <message>
        <source>&amp;Text exposition</source>
        <translation>&amp;Text-Exposition</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>&amp;curl command that pushes it again</source>
        <translation>&amp;curl-Befehl, der es erneut einschiebt</translation>
    </message>
    <message>
        <source>&amp;PromQL selector</source>
        <translation>&amp;PromQL-Selektor</translation>
    </message>
    <message>
        <source>Comments say what the text format cannot hold, such as native histograms.</source>
        <translation>Kommentare nennen, was das Textformat nicht fassen kann, etwa native Histogramme.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Pushing one series replaces all series of its family in the group.</source>
        <translation>Wird eine Zeitreihe eingeschoben, ersetzt sie alle Zeitreihen ihrer Familie in der Gruppe.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::DeleteDialog</name>
    <message>
        <source>Delete groups</source>
        <translation>Gruppen löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n group(s) from %1?</source>
        <translation>
            <numerusform>%n Gruppe von %1 löschen?</numerusform>
            <numerusform>%n Gruppen von %1 löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Prometheus keeps what it has already scraped. Undo pushes the groups again; their push time is then that of the undo.</source>
        <translation>Prometheus behält, was es schon abgerufen hat. Rückgängig schiebt die Gruppen neu ein; als Zeitpunkt gilt dann der des Rückgängigmachens.</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Groups to delete</source>
        <translation>Zu löschende Gruppen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Zum Bestätigen %1 eingeben</translation>
    </message>
    <message>
        <source>Number of groups, to confirm</source>
        <translation>Anzahl der Gruppen zur Bestätigung</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n group(s)</source>
        <translation>
            <numerusform>%n Gruppe &amp;löschen</numerusform>
            <numerusform>%n Gruppen &amp;löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::DeleteGroups</name>
    <message numerus="yes">
        <source>delete %n group(s)</source>
        <translation>
            <numerusform>%n Gruppe löschen</numerusform>
            <numerusform>%n Gruppen löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::DetailsPanel</name>
    <message>
        <source>Metric family</source>
        <translation>Metrikfamilie</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Metric families and series</source>
        <translation>Metrikfamilien und Zeitreihen</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Find in this group</source>
        <translation>In dieser Gruppe suchen</translation>
    </message>
    <message numerus="yes">
        <source>%n groups are selected.</source>
        <translation>
            <numerusform>%n Gruppe ist ausgewählt.</numerusform>
            <numerusform>%n Gruppen sind ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a group to see what it holds.</source>
        <translation>Wählen Sie eine Gruppe, um ihren Inhalt zu sehen.</translation>
    </message>
    <message>
        <source>Copy series as</source>
        <translation>Zeitreihe kopieren als</translation>
    </message>
    <message>
        <source>Copy family as</source>
        <translation>Familie kopieren als</translation>
    </message>
    <message>
        <source>Copy group as</source>
        <translation>Gruppe kopieren als</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::FilterBar</name>
    <message>
        <source>Filter groups</source>
        <translation>Gruppen filtern</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Filter: words, instance=db, age&gt;1h or {job=~&quot;nightly_.*&quot;}</source>
        <translation>Filter: Wörter, instance=db, age&gt;1h oder {job=~&quot;nightly_.*&quot;}</translation>
    </message>
    <message>
        <source>Every word must occur in the value of some label; name=word in that of this label. age&gt;1h or age&lt;2d: by the last push (s, m, h, d, w). In braces, before the rest: a selector, as in Prometheus.</source>
        <translation>Jedes Wort muss im Wert irgendeines Labels vorkommen; name=wort in dem dieses Labels. age&gt;1h oder age&lt;2d: nach dem letzten Push (s, m, h, d, w). In geschweiften Klammern, vor allem anderen: ein Selektor wie in Prometheus.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GatewayListModel</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>Local %1</source>
        <translation>Lokal %1</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GatewayPage</name>
    <message>
        <source>No group passes the filter.</source>
        <translation>Keine Gruppe passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The reason: %1. %2</source>
        <translation>Der Grund: %1. %2</translation>
    </message>
    <message>
        <source>Edit gateway...</source>
        <translation>Gateway bearbeiten...</translation>
    </message>
    <message>
        <source>Nothing has been pushed yet.</source>
        <translation>Noch wurde nichts eingeschoben.</translation>
    </message>
    <message>
        <source>Try this in a terminal:</source>
        <translation>Probieren Sie dies in einem Terminal:</translation>
    </message>
    <message>
        <source>Lost %1 %2, %3: %4.</source>
        <translation>%1 %2 verloren, %3: %4.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) would move rows.</source>
        <translation>
            <numerusform>%n Änderung würde Zeilen verschieben.</numerusform>
            <numerusform>%n Änderungen würden Zeilen verschieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sort again</source>
        <translation>Neu sortieren</translation>
    </message>
    <message>
        <source>%1 of %2 groups done.</source>
        <translation>%1 von %2 Gruppen erledigt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type the password...</source>
        <translation>Passwort eingeben...</translation>
    </message>
    <message>
        <source>Waiting for the password of %1.</source>
        <translation>Warten auf das Passwort von %1.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain may ask to be unlocked.</source>
        <translation>Der Schlüsselbund des Desktops bittet vielleicht darum, entsperrt zu werden.</translation>
    </message>
    <message>
        <source>%1 needs its password.</source>
        <translation>%1 braucht sein Passwort.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain does not give it away.</source>
        <translation>Der Schlüsselbund des Desktops gibt es nicht heraus.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GroupHeader</name>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Labels</translation>
    </message>
    <message>
        <source>No other labels</source>
        <translation>Keine weiteren Labels</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GroupOutput</name>
    <message>
        <source>Text exposition (*.prom *.txt)</source>
        <translation>Text-Exposition (*.prom *.txt)</translation>
    </message>
    <message>
        <source>Table of groups (*.csv)</source>
        <translation>Tabelle der Gruppen (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Export %n group(s)</source>
        <translation>
            <numerusform>%n Gruppe exportieren</numerusform>
            <numerusform>%n Gruppen exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>Kopieren &amp;als</translation>
    </message>
    <message>
        <source>E&amp;xport selected groups...</source>
        <translation>Ausgewählte Gruppen e&amp;xportieren...</translation>
    </message>
    <message>
        <source>Export groups s&amp;hown...</source>
        <translation>Ange&amp;zeigte Gruppen exportieren...</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GroupView</name>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>&amp;Not grouped</source>
        <translation>&amp;Nicht zusammengefasst</translation>
    </message>
    <message>
        <source>&amp;Open all</source>
        <translation>Alle ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Close all</source>
        <translation>Alle &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>&amp;Zusammenfassen nach</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Groups</name>
    <message>
        <source>never</source>
        <comment>of a push</comment>
        <translation>nie</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>%1 is a duration that a rule allows</comment>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>Last push: %1</source>
        <translation>Letzter Push: %1</translation>
    </message>
    <message>
        <source>Last failure: %1</source>
        <translation>Letzter Fehlschlag: %1</translation>
    </message>
    <message>
        <source>No push has succeeded yet.</source>
        <translation>Noch war kein Push erfolgreich.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>Frisch</translation>
    </message>
    <message>
        <source>The last push was rejected %1.</source>
        <translation>Der letzte Push wurde %1 abgelehnt.</translation>
    </message>
    <message>
        <source>The last push was rejected.</source>
        <translation>Der letzte Push wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Last pushed %1; at most %2 are allowed.</source>
        <translation>Letzter Push %1; erlaubt sind höchstens %2.</translation>
    </message>
    <message>
        <source>Last pushed %1; it is usually pushed %2.</source>
        <translation>Letzter Push %1; üblich ist %2.</translation>
    </message>
    <message>
        <source>Last pushed %1, which is late.</source>
        <translation>Letzter Push %1, das ist zu spät.</translation>
    </message>
    <message>
        <source>Last pushed %1.</source>
        <translation>Letzter Push %1.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Last push</source>
        <translation>Letzter Push</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Rhythmus</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Zeitreihen</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familien</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Due by %1</source>
        <translation>Fällig bis %1</translation>
    </message>
    <message>
        <source>How often this group is pushed has not been learnt yet.</source>
        <translation>Wie oft diese Gruppe kommt, ist noch nicht gelernt.</translation>
    </message>
    <message>
        <source>without %1</source>
        <comment>%1 is the name of a label</comment>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>Youngest: %1
Oldest: %2</source>
        <comment>times of pushes</comment>
        <translation>Jüngster: %1
Ältester: %2</translation>
    </message>
    <message>
        <source>The first is due by %1</source>
        <translation>Der erste ist fällig bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) with %1</source>
        <translation>
            <numerusform>%n Gruppe mit %1</numerusform>
            <numerusform>%n Gruppen mit %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::JobChart</name>
    <message>
        <source>Jobs with the most series</source>
        <translation>Jobs mit den meisten Zeitreihen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 series in %n group(s)</source>
        <translation>
            <numerusform>%1: %2 Zeitreihen in %n Gruppe</numerusform>
            <numerusform>%1: %2 Zeitreihen in %n Gruppen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::LocalGatewayDock</name>
    <message>
        <source>Log of the local gateway</source>
        <translation>Protokoll des lokalen Gateways</translation>
    </message>
    <message>
        <source>Copy the example push</source>
        <translation>Beispiel-Push kopieren</translation>
    </message>
    <message>
        <source>Options...</source>
        <translation>Optionen...</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Es läuft nicht.</translation>
    </message>
    <message>
        <source>It is starting.</source>
        <translation>Es startet.</translation>
    </message>
    <message>
        <source>It runs at %1 and keeps groups in memory.</source>
        <translation>Es läuft unter %1 und hält Gruppen im Speicher.</translation>
    </message>
    <message>
        <source>It runs at %1 and keeps groups in %2.</source>
        <translation>Es läuft unter %1 und hält Gruppen in %2.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::LocalOptionsDialog</name>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>Local gateway</source>
        <translation>Lokales Gateway</translation>
    </message>
    <message>
        <source>9091, or any that is free</source>
        <translation>9091 oder irgendein freier</translation>
    </message>
    <message>
        <source>In memory, until it ends</source>
        <translation>Im Speicher, bis es endet</translation>
    </message>
    <message>
        <source>In a file</source>
        <translation>In einer Datei</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Keep groups</source>
        <translation>&amp;Gruppen halten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Takes effect when it is started the next time.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Keep groups in</source>
        <translation>Gruppen halten in</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::LogView</name>
    <message>
        <source>All lines</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>From info</source>
        <translation>Ab Info</translation>
    </message>
    <message>
        <source>From warnings</source>
        <translation>Ab Warnungen</translation>
    </message>
    <message>
        <source>Only errors</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Lines of the log to show</source>
        <translation>Zeilen des Protokolls, die zu sehen sind</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>Protokoll kopieren</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::MainWindow</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 series</source>
        <translation>%1 Zeitreihen</translation>
    </message>
    <message>
        <source>Pushgate</source>
        <translation>Pushgate</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Gateways</translation>
    </message>
    <message>
        <source>No gateway yet.</source>
        <translation>Noch kein Gateway.</translation>
    </message>
    <message>
        <source>Connect to one under Gateway &gt; Connect, or start a local one to try things out.</source>
        <translation>Verbinden Sie sich unter Gateway &gt; Verbinden mit einem, oder starten Sie zum Ausprobieren ein lokales.</translation>
    </message>
    <message>
        <source>Start local gateway</source>
        <translation>Lokales Gateway starten</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Connect...</source>
        <translation>&amp;Verbinden...</translation>
    </message>
    <message>
        <source>&amp;Local gateway</source>
        <translation>&amp;Lokales Gateway</translation>
    </message>
    <message>
        <source>Start or stop a gateway of your own, to try things out</source>
        <translation>Ein eigenes Gateway zum Ausprobieren starten oder anhalten</translation>
    </message>
    <message>
        <source>&amp;Edit...</source>
        <translation>&amp;Bearbeiten...</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Follow changes as they happen (Ctrl+L)</source>
        <translation>Änderungen sofort zeigen (Strg+L)</translation>
    </message>
    <message>
        <source>&amp;Delete...</source>
        <translation>&amp;Löschen...</translation>
    </message>
    <message>
        <source>&amp;Copy labels</source>
        <translation>Labels &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig:</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen:</translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation>&amp;Gateway</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Pushgate</source>
        <translation>Ü&amp;ber Pushgate</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie die &amp;Arbeitsfläche</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>/ or Ctrl+F: filter; Esc clears it</source>
        <translation>/ oder Strg+F: filtern; Esc leert den Filter</translation>
    </message>
    <message>
        <source>Ctrl+1: all groups; Ctrl+2 to Ctrl+5: failed, stale, overdue, fresh</source>
        <translation>Strg+1: alle Gruppen; Strg+2 bis Strg+5: fehlgeschlagen, veraltet, überfällig, frisch</translation>
    </message>
    <message>
        <source>F5: refresh and sort again; Ctrl+L: live</source>
        <translation>F5: aktualisieren und neu sortieren; Strg+L: live</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About Pushgate</source>
        <translation>Über Pushgate</translation>
    </message>
    <message>
        <source>Pushgate %1

A gateway for metrics of batch and short-lived jobs, and this window onto it.

GPL-3.0-or-later</source>
        <translation>Pushgate %1

Ein Gateway für Metriken von Stapel- und kurzlebigen Jobs, und dieses Fenster dazu.

GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>&amp;Push...</source>
        <translation>&amp;Einschieben...</translation>
    </message>
    <message>
        <source>Ctrl+N: connect; Ctrl+P: push; Ctrl+C: copy labels</source>
        <translation>Strg+N: verbinden; Strg+P: einschieben; Strg+C: Labels kopieren</translation>
    </message>
    <message>
        <source>The password of %1 will be asked for again at the next start: %2.</source>
        <translation>Das Passwort von %1 wird beim nächsten Start wieder erfragt: %2.</translation>
    </message>
    <message>
        <source>The password of %1 may still be in the keychain: %2.</source>
        <translation>Das Passwort von %1 ist vielleicht noch im Schlüsselbund: %2.</translation>
    </message>
    <message>
        <source>L&amp;ocal gateway options...</source>
        <translation>&amp;Optionen des lokalen Gateways...</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>&amp;Zusammenfassen nach</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C: copy as text; Ctrl+E: export</source>
        <translation>Strg+Umschalt+C: als Text kopieren; Strg+E: exportieren</translation>
    </message>
    <message>
        <source>&amp;Notify</source>
        <translation>Be&amp;nachrichtigen</translation>
    </message>
    <message>
        <source>Tell me when groups fail or the gateway is lost</source>
        <translation>Melden, wenn Gruppen fehlschlagen oder das Gateway verloren geht</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Ü&amp;berblick</translation>
    </message>
    <message>
        <source>All groups in four pictures (Ctrl+O)</source>
        <translation>Alle Gruppen in vier Bildern (Strg+O)</translation>
    </message>
    <message>
        <source>Ctrl+O: overview; arrow keys and Enter choose in its pictures</source>
        <translation>Strg+O: Überblick; Pfeiltasten und Eingabe wählen in seinen Bildern</translation>
    </message>
    <message>
        <source>Re&amp;move from the list</source>
        <translation>Aus der Liste &amp;entfernen</translation>
    </message>
    <message>
        <source>Li&amp;ve</source>
        <translation>L&amp;ive</translation>
    </message>
    <message>
        <source>Delete all s&amp;hown...</source>
        <translation>Alle ge&amp;zeigten löschen...</translation>
    </message>
    <message>
        <source>Delete &amp;all groups...</source>
        <translation>Alle &amp;Gruppen löschen...</translation>
    </message>
    <message>
        <source>Up, Down, with Shift: select; Delete: delete</source>
        <translation>Auf, Ab, mit Umschalt: auswählen; Entf: löschen</translation>
    </message>
    <message>
        <source>Ctrl+Z: undo; Ctrl+Shift+Z: redo</source>
        <translation>Strg+Z: rückgängig; Strg+Umschalt+Z: wiederholen</translation>
    </message>
    <message>
        <source>Ctrl+Q: quit; ?: this list</source>
        <translation>Strg+Q: beenden; ?: diese Liste</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::MessagePage</name>
    <message>
        <source>Command to try</source>
        <translation>Befehl zum Ausprobieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Messages</name>
    <message numerus="yes">
        <source>%n other group(s) failed, too.</source>
        <translation>
            <numerusform>%n weitere Gruppe ebenfalls nicht.</numerusform>
            <numerusform>%n weitere Gruppen ebenfalls nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody answers at this address (%1)</source>
        <translation>unter dieser Adresse antwortet niemand (%1)</translation>
    </message>
    <message>
        <source>there was no answer in time</source>
        <translation>es kam nicht rechtzeitig eine Antwort</translation>
    </message>
    <message>
        <source>the gateway answered 401, it wants somebody to sign in</source>
        <translation>das Gateway antwortete 401, es verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>the gateway answered 403, not allowed</source>
        <translation>das Gateway antwortete 403, nicht erlaubt</translation>
    </message>
    <message>
        <source>no secure connection (%1)</source>
        <translation>keine sichere Verbindung (%1)</translation>
    </message>
    <message>
        <source>what answers there is no push gateway (%1)</source>
        <translation>was dort antwortet, ist kein Push-Gateway (%1)</translation>
    </message>
    <message>
        <source>the gateway answered %1 (%2)</source>
        <translation>das Gateway antwortete %1 (%2)</translation>
    </message>
    <message>
        <source>Sign in under Gateway &gt; Edit.</source>
        <translation>Melden Sie sich unter Gateway &gt; Bearbeiten an.</translation>
    </message>
    <message>
        <source>Look at the certificates under Gateway &gt; Edit.</source>
        <translation>Prüfen Sie die Zertifikate unter Gateway &gt; Bearbeiten.</translation>
    </message>
    <message>
        <source>Look at the address under Gateway &gt; Edit.</source>
        <translation>Prüfen Sie die Adresse unter Gateway &gt; Bearbeiten.</translation>
    </message>
    <message>
        <source>Pushgate %1</source>
        <translation>Pushgate %1</translation>
    </message>
    <message>
        <source>Pushgateway %1</source>
        <translation>Pushgateway %1</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>neuer Versuch läuft</translation>
    </message>
    <message>
        <source>trying again in %1</source>
        <comment>%1 is a duration</comment>
        <translation>neuer Versuch in %1</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>lost %1, %2</source>
        <translation>%1 verloren, %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>live, asked every 5 s</source>
        <translation>live, alle 5 s abgefragt</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n group(s).</source>
        <translation>
            <numerusform>%n Gruppe gelöscht.</numerusform>
            <numerusform>%n Gruppen gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not delete %1: %2.</source>
        <translation>%1 konnte nicht gelöscht werden: %2.</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled before %n more.</source>
        <translation>
            <numerusform>Abgebrochen vor %n weiteren.</numerusform>
            <numerusform>Abgebrochen vor %n weiteren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %n group(s); their push time is now.</source>
        <translation>
            <numerusform>%n Gruppe wiederhergestellt; ihr Push-Zeitpunkt ist jetzt.</numerusform>
            <numerusform>%n Gruppen wiederhergestellt; ihr Push-Zeitpunkt ist jetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not restore %1: %2.</source>
        <translation>%1 konnte nicht wiederhergestellt werden: %2.</translation>
    </message>
    <message numerus="yes">
        <source>Undo cannot bring back the native histograms of %n group(s).</source>
        <translation>
            <numerusform>Rückgängig bringt die nativen Histogramme von %n Gruppe nicht zurück.</numerusform>
            <numerusform>Rückgängig bringt die nativen Histogramme von %n Gruppen nicht zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>it is not in the keychain</source>
        <translation>es ist nicht im Schlüsselbund</translation>
    </message>
    <message>
        <source>this desktop has no keychain</source>
        <translation>dieser Desktop hat keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>the keychain stays locked</source>
        <translation>der Schlüsselbund bleibt gesperrt</translation>
    </message>
    <message>
        <source>the keychain does not work (%1)</source>
        <translation>der Schlüsselbund funktioniert nicht (%1)</translation>
    </message>
    <message>
        <source>Looking for the desktop&apos;s keychain...</source>
        <translation>Der Schlüsselbund des Desktops wird gesucht...</translation>
    </message>
    <message>
        <source>Kept in the desktop&apos;s keychain.</source>
        <translation>Wird im Schlüsselbund des Desktops aufbewahrt.</translation>
    </message>
    <message>
        <source>Asked for again at the next start: %1.</source>
        <translation>Wird beim nächsten Start wieder erfragt: %1.</translation>
    </message>
    <message>
        <source>waiting for the keychain</source>
        <translation>wartet auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>needs its password</source>
        <translation>braucht sein Passwort</translation>
    </message>
    <message>
        <source>The local gateway is not installed: there is no pushgated beside this program or in PATH.</source>
        <translation>Das lokale Gateway ist nicht installiert: neben diesem Programm und in PATH gibt es kein pushgated.</translation>
    </message>
    <message>
        <source>The local gateway did not start: another program has port %1. Choose another one, or any that is free.</source>
        <translation>Das lokale Gateway ist nicht gestartet: Ein anderes Programm hat Port %1. Wählen Sie einen anderen oder irgendeinen freien.</translation>
    </message>
    <message>
        <source>The local gateway ended without a word.</source>
        <translation>Das lokale Gateway hat sich wortlos beendet.</translation>
    </message>
    <message>
        <source>The local gateway ended: %1.</source>
        <translation>Das lokale Gateway hat sich beendet: %1.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Could not read %1: %2.</source>
        <translation>%1 konnte nicht gelesen werden: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) had been deleted meanwhile.</source>
        <translation>
            <numerusform>%n Gruppe war inzwischen gelöscht.</numerusform>
            <numerusform>%n Gruppen waren inzwischen gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n group(s) to %1.</source>
        <translation>
            <numerusform>%n Gruppe nach %1 exportiert.</numerusform>
            <numerusform>%n Gruppen nach %1 exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not write %1: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Could not delete all groups: %1.</source>
        <translation>Die Gruppen konnten nicht alle gelöscht werden: %1.</translation>
    </message>
    <message>
        <source>Nothing was deleted, as %1 could not be kept for undo: %2.</source>
        <translation>Nichts wurde gelöscht, da %1 nicht für Rückgängig aufgehoben werden konnte: %2.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was deleted.</source>
        <translation>Abgebrochen; nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>Deleted all groups.</source>
        <translation>Alle Gruppen gelöscht.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::OverviewPanel</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Groups by state</source>
        <translation>Gruppen nach Zustand</translation>
    </message>
    <message>
        <source>Groups by age of the last push</source>
        <translation>Gruppen nach Alter des letzten Pushs</translation>
    </message>
    <message>
        <source>Jobs with the most series</source>
        <translation>Jobs mit den meisten Zeitreihen</translation>
    </message>
    <message>
        <source>Pushes and failures a minute</source>
        <translation>Pushes und Fehlschläge je Minute</translation>
    </message>
    <message>
        <source>Pushes and failures a minute, as seen by this program</source>
        <translation>Pushes und Fehlschläge je Minute, soweit dieses Programm sie gesehen hat</translation>
    </message>
    <message>
        <source>This gateway does not count them. Of several pushes into a group between two looks, one is seen.</source>
        <translation>Dieses Gateway zählt sie nicht. Von mehreren Pushes in eine Gruppe zwischen zwei Blicken wird einer gesehen.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::PushDialog</name>
    <message>
        <source>Push to %1</source>
        <translation>An %1 einschieben</translation>
    </message>
    <message>
        <source>Replace the whole group</source>
        <translation>Die ganze Gruppe ersetzen</translation>
    </message>
    <message>
        <source>Replace only families of the same names</source>
        <translation>Nur Familien gleichen Namens ersetzen</translation>
    </message>
    <message>
        <source>Metrics in the text format</source>
        <translation>Metriken im Textformat</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>&amp;What to do</source>
        <translation>&amp;Vorgehen</translation>
    </message>
    <message>
        <source>&amp;Push</source>
        <translation>&amp;Einschieben</translation>
    </message>
    <message>
        <source>&amp;Load file...</source>
        <translation>Datei &amp;laden...</translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>Gruppe: %1</translation>
    </message>
    <message>
        <source>Nothing but the push time would be stored.</source>
        <translation>Nur der Push-Zeitpunkt würde gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n series, ready to push.</source>
        <translation>
            <numerusform>%n Zeitreihe, bereit.</numerusform>
            <numerusform>%n Zeitreihen, bereit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pushing...</source>
        <translation>Wird eingeschoben...</translation>
    </message>
    <message>
        <source>Pushed.</source>
        <translation>Eingeschoben.</translation>
    </message>
    <message>
        <source>Not pushed: %1. %2</source>
        <translation>Nicht eingeschoben: %1. %2</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::SeriesPanel</name>
    <message>
        <source>Observations by bucket</source>
        <translation>Beobachtungen nach Bucket</translation>
    </message>
    <message>
        <source>Values seen since the group was opened</source>
        <translation>Werte, seit die Gruppe geöffnet wurde</translation>
    </message>
    <message>
        <source>Quantile</source>
        <translation>Quantil</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>Quantile</translation>
    </message>
    <message numerus="yes">
        <source>%n series. Choose one to see its values.</source>
        <translation>
            <numerusform>%n Zeitreihe. Ihre Werte erscheinen, wenn sie gewählt ist.</numerusform>
            <numerusform>%n Zeitreihen. Die Werte der gewählten erscheinen hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Further pushes will be drawn here.</source>
        <translation>Weitere Pushes werden hier gezeichnet.</translation>
    </message>
    <message>
        <source>Pushed %1</source>
        <comment>%1 is an age</comment>
        <translation>Gepusht %1</translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) seen</source>
        <comment>title of a chart of values</comment>
        <translation>
            <numerusform>%n Push gesehen</numerusform>
            <numerusform>%n Pushes gesehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series, added up. Choose one to see it alone.</source>
        <translation>
            <numerusform>%n Zeitreihe, zusammengezählt. Gewählt erscheint sie allein.</numerusform>
            <numerusform>%n Zeitreihen, zusammengezählt. Eine gewählte erscheint allein.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Skeleton</name>
    <message>
        <source>Loading groups</source>
        <translation>Gruppen werden geladen</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::StaleAfterBox</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Groups are stale after</source>
        <translation>Gruppen sind veraltet nach</translation>
    </message>
    <message>
        <source>Choose an age or type one: 90m, 26h, 2d.</source>
        <translation>Ein Alter wählen oder eintippen: 90m, 26h, 2d.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::StateChart</name>
    <message>
        <source>Groups by state</source>
        <translation>Gruppen nach Zustand</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n group(s)</source>
        <translation>
            <numerusform>%1: %n Gruppe</numerusform>
            <numerusform>%1: %n Gruppen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::ThresholdBar</name>
    <message>
        <source>This gateway has no rules. Groups are stale after</source>
        <translation>Dieses Gateway hat keine Regeln. Gruppen sind veraltet nach</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Tray</name>
    <message>
        <source>&amp;Keep running in the tray</source>
        <translation>Im &amp;Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Closing the window leaves the program in the tray</source>
        <translation>Beim Schließen des Fensters bleibt das Programm im Infobereich</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Hide the window</source>
        <translation>Fenster &amp;verbergen</translation>
    </message>
    <message>
        <source>&amp;Show the window</source>
        <translation>Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>Pushgate</source>
        <translation>Pushgate</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Values</name>
    <message>
        <source>Count %1, sum %2, mean %3</source>
        <translation>Anzahl %1, Summe %2, Mittel %3</translation>
    </message>
    <message>
        <source>Count %1, sum %2</source>
        <translation>Anzahl %1, Summe %2</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::WipeDialog</name>
    <message>
        <source>Delete all groups</source>
        <translation>Alle Gruppen löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n group(s) from %1?</source>
        <translation>
            <numerusform>Die einzige Gruppe (%n) von %1 löschen?</numerusform>
            <numerusform>Alle %n Gruppen von %1 löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>That is %1 series, and whatever is pushed until then. Prometheus keeps what it has already scraped.</source>
        <translation>Das sind %1 Zeitreihen, und alles, was bis dahin noch kommt. Prometheus behält, was es schon abgerufen hat.</translation>
    </message>
    <message>
        <source>Undo pushes the groups again; their push time is then that of the undo.</source>
        <translation>Rückgängig schiebt die Gruppen wieder ein; ihre Push-Zeit ist dann die des Rückgängigmachens.</translation>
    </message>
    <message>
        <source>These are too many to be kept for undo: this cannot be undone.</source>
        <translation>Das sind zu viele, um sie dafür aufzuheben: Dies kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Zum Bestätigen %1 eingeben:</translation>
    </message>
    <message>
        <source>Name of the gateway, to confirm</source>
        <translation>Name des Gateways, zum Bestätigen</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
</context>
</TS>
