<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>main</name>
    <message>
        <source>A window onto push gateways.</source>
        <translation>Une fenêtre sur les passerelles push.</translation>
    </message>
    <message>
        <source>Start a local gateway to try things out.</source>
        <translation>Démarrer une passerelle locale pour essayer.</translation>
    </message>
    <message>
        <source>A gateway to connect to, as http://host:9091.</source>
        <translation>Une passerelle, par exemple http://host:9091.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::ActivityChart</name>
    <message>
        <source>Pushes and failures a minute</source>
        <translation>Envois et échecs par minute</translation>
    </message>
    <message>
        <source>pushes</source>
        <translation>envois</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>échecs</translation>
    </message>
    <message>
        <source>%1 pushes in %2: show the groups</source>
        <translation>%1 envois en %2 : afficher les groupes</translation>
    </message>
    <message>
        <source>%1 failures in %2: show the groups that failed</source>
        <translation>%1 échecs en %2 : afficher les groupes en échec</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::AgeChart</name>
    <message>
        <source>Groups by age of the last push</source>
        <translation>Groupes par âge du dernier envoi</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), %1 to %2 old</source>
        <translation>
            <numerusform>%n groupe, âgé de %1 à %2</numerusform>
            <numerusform>%n groupes, âgés de %1 à %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), older than %1</source>
        <translation>
            <numerusform>%n groupe, plus ancien que %1</numerusform>
            <numerusform>%n groupes, plus anciens que %1</numerusform>
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
        <translation>%1 j</translation>
    </message>
    <message>
        <source>%1 wk</source>
        <comment>weeks</comment>
        <translation>%1 sem.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>%1 is a duration</comment>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>%1 is a duration</comment>
        <translation>toutes les %1</translation>
    </message>
    <message>
        <source>about every %1</source>
        <comment>%1 is a duration</comment>
        <translation>toutes les %1 environ</translation>
    </message>
    <message>
        <source>%1 late</source>
        <comment>%1 is a duration</comment>
        <translation>%1 de retard</translation>
    </message>
    <message>
        <source>due in %1</source>
        <comment>%1 is a duration</comment>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>%1 %2 (Unix time %3)</source>
        <comment>local time, its zone, seconds</comment>
        <translation>%1 %2 (temps Unix %3)</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Alarms</name>
    <message>
        <source>%1: %2</source>
        <comment>a state and a group</comment>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>The gateway no longer answers.</source>
        <translation>La passerelle ne répond plus.</translation>
    </message>
    <message>
        <source>The gateway answers again.</source>
        <translation>La passerelle répond de nouveau.</translation>
    </message>
    <message>
        <source>No gateway yet.</source>
        <translation>Pas encore de passerelle.</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), all fresh</source>
        <translation>
            <numerusform>%n groupe, tout est à jour</numerusform>
            <numerusform>%n groupes, tous à jour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gateway(s) lost</source>
        <translation>
            <numerusform>%n passerelle perdue</numerusform>
            <numerusform>%n passerelles perdues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::ConnectionDialog</name>
    <message>
        <source>Accept any certificate</source>
        <translation>Accepter tout certificat</translation>
    </message>
    <message>
        <source>Edit gateway</source>
        <translation>Modifier la passerelle</translation>
    </message>
    <message>
        <source>Connect to a gateway</source>
        <translation>Se connecter à une passerelle</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Nobody signs in</source>
        <translation>Sans authentification</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>Nom et mot de passe</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>Authen&amp;tification</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Utilisateur</translation>
    </message>
    <message>
        <source>&amp;Password or token</source>
        <translation>Mot de &amp;passe ou jeton</translation>
    </message>
    <message>
        <source>Groups are s&amp;tale after</source>
        <translation>Groupes péri&amp;més après</translation>
    </message>
    <message>
        <source>&amp;CA certificates</source>
        <translation>Certificats d’auto&amp;rité</translation>
    </message>
    <message>
        <source>CA certificates</source>
        <translation>Certificats d’autorité</translation>
    </message>
    <message>
        <source>Client c&amp;ertificate</source>
        <translation>C&amp;ertificat client</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Certificat client</translation>
    </message>
    <message>
        <source>Client &amp;key</source>
        <translation>&amp;Clé client</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Clé client</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>ceux du système</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>in the file of the certificate</source>
        <translation>dans le fichier du certificat</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Choisir...</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>Choisir un fichier : %1</translation>
    </message>
    <message>
        <source>Whoever sits between you and the gateway can read and change everything.</source>
        <translation>Quiconque se trouve entre vous et la passerelle peut tout lire et tout modifier.</translation>
    </message>
    <message>
        <source>Trying...</source>
        <translation>Essai en cours...</translation>
    </message>
    <message numerus="yes">
        <source>It works: %1, %n group(s).</source>
        <translation>
            <numerusform>Cela fonctionne : %1, %n groupe.</numerusform>
            <numerusform>Cela fonctionne : %1, %n groupes.</numerusform>
        </translation>
    </message>
    <message>
        <source>It does not work: %1.</source>
        <translation>Cela ne fonctionne pas : %1.</translation>
    </message>
    <message>
        <source>Type the password first.</source>
        <translation>Saisissez d’abord le mot de passe.</translation>
    </message>
    <message>
        <source>Tell me when groups fail or it is &amp;lost</source>
        <translation>Pré&amp;venir des échecs et de sa perte</translation>
    </message>
    <message>
        <source>For gateways without rules of their own, as the Go Pushgateway. Choose an age or type one: 90m, 26h, 2d.</source>
        <translation>Pour les passerelles sans règles propres, comme la Pushgateway en Go. Choisissez un âge ou saisissez-le : 90m, 26h, 2d.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Copies</name>
    <message>
        <source>&amp;Text exposition</source>
        <translation>&amp;Exposition en texte</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>&amp;curl command that pushes it again</source>
        <translation>Commande &amp;curl pour le renvoyer</translation>
    </message>
    <message>
        <source>&amp;PromQL selector</source>
        <translation>Sélecteur &amp;PromQL</translation>
    </message>
    <message>
        <source>Comments say what the text format cannot hold, such as native histograms.</source>
        <translation>Des commentaires indiquent ce que le format texte ne peut contenir, comme les histogrammes natifs.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Pushing one series replaces all series of its family in the group.</source>
        <translation>Pousser une série remplace toutes les séries de sa famille dans le groupe.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::DeleteDialog</name>
    <message>
        <source>Delete groups</source>
        <translation>Supprimer des groupes</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n group(s) from %1?</source>
        <translation>
            <numerusform>Supprimer %n groupe de %1 ?</numerusform>
            <numerusform>Supprimer %n groupes de %1 ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Prometheus keeps what it has already scraped. Undo pushes the groups again; their push time is then that of the undo.</source>
        <translation>Prometheus conserve ce qu’il a déjà collecté. Annuler pousse à nouveau les groupes ; leur date d’envoi est alors celle de l’annulation.</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Copier en curl</translation>
    </message>
    <message>
        <source>Groups to delete</source>
        <translation>Groupes à supprimer</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Saisir %1 pour confirmer</translation>
    </message>
    <message>
        <source>Number of groups, to confirm</source>
        <translation>Nombre de groupes, pour confirmer</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n group(s)</source>
        <translation>
            <numerusform>Supprimer %n &amp;groupe</numerusform>
            <numerusform>Supprimer %n &amp;groupes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::DeleteGroups</name>
    <message numerus="yes">
        <source>delete %n group(s)</source>
        <translation>
            <numerusform>suppression de %n groupe</numerusform>
            <numerusform>suppression de %n groupes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::DetailsPanel</name>
    <message>
        <source>Metric family</source>
        <translation>Famille de métriques</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Metric families and series</source>
        <translation>Familles de métriques et séries</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copier la valeur</translation>
    </message>
    <message>
        <source>Find in this group</source>
        <translation>Chercher dans ce groupe</translation>
    </message>
    <message numerus="yes">
        <source>%n groups are selected.</source>
        <translation>
            <numerusform>%n groupe est sélectionné.</numerusform>
            <numerusform>%n groupes sont sélectionnés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a group to see what it holds.</source>
        <translation>Sélectionnez un groupe pour voir son contenu.</translation>
    </message>
    <message>
        <source>Copy series as</source>
        <translation>Copier la série comme</translation>
    </message>
    <message>
        <source>Copy family as</source>
        <translation>Copier la famille comme</translation>
    </message>
    <message>
        <source>Copy group as</source>
        <translation>Copier le groupe comme</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::FilterBar</name>
    <message>
        <source>Filter groups</source>
        <translation>Filtrer les groupes</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Filter: words, instance=db, age&gt;1h or {job=~&quot;nightly_.*&quot;}</source>
        <translation>Filtre : mots, instance=db, age&gt;1h ou {job=~&quot;nightly_.*&quot;}</translation>
    </message>
    <message>
        <source>Every word must occur in the value of some label; name=word in that of this label. age&gt;1h or age&lt;2d: by the last push (s, m, h, d, w). In braces, before the rest: a selector, as in Prometheus.</source>
        <translation>Chaque mot doit figurer dans la valeur d’une étiquette ; nom=mot dans celle de cette étiquette. age&gt;1h ou age&lt;2d : selon le dernier envoi (s, m, h, d, w). Entre accolades, avant le reste : un sélecteur, comme dans Prometheus.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GatewayListModel</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n groupe</numerusform>
            <numerusform>%n groupes</numerusform>
        </translation>
    </message>
    <message>
        <source>Local %1</source>
        <translation>Locale %1</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GatewayPage</name>
    <message>
        <source>No group passes the filter.</source>
        <translation>Aucun groupe ne passe le filtre.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 est injoignable.</translation>
    </message>
    <message>
        <source>The reason: %1. %2</source>
        <translation>La raison : %1. %2</translation>
    </message>
    <message>
        <source>Edit gateway...</source>
        <translation>Modifier la passerelle...</translation>
    </message>
    <message>
        <source>Nothing has been pushed yet.</source>
        <translation>Rien n’a encore été poussé.</translation>
    </message>
    <message>
        <source>Try this in a terminal:</source>
        <translation>Essayez ceci dans un terminal :</translation>
    </message>
    <message>
        <source>Lost %1 %2, %3: %4.</source>
        <translation>%1 perdue %2, %3 : %4.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) would move rows.</source>
        <translation>
            <numerusform>%n changement déplacerait des lignes.</numerusform>
            <numerusform>%n changements déplaceraient des lignes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sort again</source>
        <translation>Trier à nouveau</translation>
    </message>
    <message>
        <source>%1 of %2 groups done.</source>
        <translation>%1 groupes sur %2 traités.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Type the password...</source>
        <translation>Saisir le mot de passe...</translation>
    </message>
    <message>
        <source>Waiting for the password of %1.</source>
        <translation>En attente du mot de passe de %1.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain may ask to be unlocked.</source>
        <translation>Le trousseau du bureau demande peut-être à être déverrouillé.</translation>
    </message>
    <message>
        <source>%1 needs its password.</source>
        <translation>%1 a besoin de son mot de passe.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain does not give it away.</source>
        <translation>Le trousseau du bureau ne le donne pas.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GroupHeader</name>
    <message>
        <source>&amp;Labels</source>
        <translation>É&amp;tiquettes</translation>
    </message>
    <message>
        <source>No other labels</source>
        <translation>Aucune autre étiquette</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GroupOutput</name>
    <message>
        <source>Text exposition (*.prom *.txt)</source>
        <translation>Exposition en texte (*.prom *.txt)</translation>
    </message>
    <message>
        <source>Table of groups (*.csv)</source>
        <translation>Tableau des groupes (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Export %n group(s)</source>
        <translation>
            <numerusform>Exporter %n groupe</numerusform>
            <numerusform>Exporter %n groupes</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>Copier c&amp;omme</translation>
    </message>
    <message>
        <source>E&amp;xport selected groups...</source>
        <translation>E&amp;xporter les groupes sélectionnés...</translation>
    </message>
    <message>
        <source>Export groups s&amp;hown...</source>
        <translation>Exporter les groupes affic&amp;hés...</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GroupView</name>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>&amp;Not grouped</source>
        <translation>&amp;Sans regroupement</translation>
    </message>
    <message>
        <source>&amp;Open all</source>
        <translation>Tout &amp;ouvrir</translation>
    </message>
    <message>
        <source>&amp;Close all</source>
        <translation>Tout &amp;fermer</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>&amp;Regrouper par</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Groups</name>
    <message>
        <source>never</source>
        <comment>of a push</comment>
        <translation>jamais</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>%1 is a duration that a rule allows</comment>
        <translation>au plus %1</translation>
    </message>
    <message>
        <source>Last push: %1</source>
        <translation>Dernier envoi : %1</translation>
    </message>
    <message>
        <source>Last failure: %1</source>
        <translation>Dernier échec : %1</translation>
    </message>
    <message>
        <source>No push has succeeded yet.</source>
        <translation>Aucun envoi n’a encore réussi.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Périmé</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>The last push was rejected %1.</source>
        <translation>Le dernier envoi a été refusé %1.</translation>
    </message>
    <message>
        <source>The last push was rejected.</source>
        <translation>Le dernier envoi a été refusé.</translation>
    </message>
    <message>
        <source>Last pushed %1; at most %2 are allowed.</source>
        <translation>Dernier envoi %1 ; au plus %2 sont permis.</translation>
    </message>
    <message>
        <source>Last pushed %1; it is usually pushed %2.</source>
        <translation>Dernier envoi %1 ; d’habitude %2.</translation>
    </message>
    <message>
        <source>Last pushed %1, which is late.</source>
        <translation>Dernier envoi %1, ce qui est tard.</translation>
    </message>
    <message>
        <source>Last pushed %1.</source>
        <translation>Dernier envoi %1.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instance</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Last push</source>
        <translation>Dernier envoi</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Rythme</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Séries</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familles</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Due by %1</source>
        <translation>Attendu avant le %1</translation>
    </message>
    <message>
        <source>How often this group is pushed has not been learnt yet.</source>
        <translation>La fréquence d’envoi de ce groupe n’est pas encore apprise.</translation>
    </message>
    <message>
        <source>without %1</source>
        <comment>%1 is the name of a label</comment>
        <translation>sans %1</translation>
    </message>
    <message>
        <source>Youngest: %1
Oldest: %2</source>
        <comment>times of pushes</comment>
        <translation>Le plus récent : %1
Le plus ancien : %2</translation>
    </message>
    <message>
        <source>The first is due by %1</source>
        <translation>Le premier est attendu pour le %1</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) with %1</source>
        <translation>
            <numerusform>%n groupe avec %1</numerusform>
            <numerusform>%n groupes avec %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::JobChart</name>
    <message>
        <source>Jobs with the most series</source>
        <translation>Jobs ayant le plus de séries</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 series in %n group(s)</source>
        <translation>
            <numerusform>%1 : %2 séries dans %n groupe</numerusform>
            <numerusform>%1 : %2 séries dans %n groupes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::LocalGatewayDock</name>
    <message>
        <source>Log of the local gateway</source>
        <translation>Journal de la passerelle locale</translation>
    </message>
    <message>
        <source>Copy the example push</source>
        <translation>Copier l’exemple d’envoi</translation>
    </message>
    <message>
        <source>Options...</source>
        <translation>Options...</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Elle ne tourne pas.</translation>
    </message>
    <message>
        <source>It is starting.</source>
        <translation>Elle démarre.</translation>
    </message>
    <message>
        <source>It runs at %1 and keeps groups in memory.</source>
        <translation>Elle tourne sur %1 et garde les groupes en mémoire.</translation>
    </message>
    <message>
        <source>It runs at %1 and keeps groups in %2.</source>
        <translation>Elle tourne sur %1 et garde les groupes dans %2.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::LocalOptionsDialog</name>
    <message>
        <source>Choose...</source>
        <translation>Choisir...</translation>
    </message>
    <message>
        <source>Local gateway</source>
        <translation>Passerelle locale</translation>
    </message>
    <message>
        <source>9091, or any that is free</source>
        <translation>9091, ou n’importe quel port libre</translation>
    </message>
    <message>
        <source>In memory, until it ends</source>
        <translation>En mémoire, jusqu’à son arrêt</translation>
    </message>
    <message>
        <source>In a file</source>
        <translation>Dans un fichier</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Keep groups</source>
        <translation>&amp;Garder les groupes</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Takes effect when it is started the next time.</source>
        <translation>Prend effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Keep groups in</source>
        <translation>Garder les groupes dans</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::LogView</name>
    <message>
        <source>All lines</source>
        <translation>Toutes les lignes</translation>
    </message>
    <message>
        <source>From info</source>
        <translation>À partir des infos</translation>
    </message>
    <message>
        <source>From warnings</source>
        <translation>À partir des avertissements</translation>
    </message>
    <message>
        <source>Only errors</source>
        <translation>Erreurs seulement</translation>
    </message>
    <message>
        <source>Lines of the log to show</source>
        <translation>Lignes du journal à afficher</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Chercher dans le journal</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>Copier le journal</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::MainWindow</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n groupe</numerusform>
            <numerusform>%n groupes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 series</source>
        <translation>%1 séries</translation>
    </message>
    <message>
        <source>Pushgate</source>
        <translation>Pushgate</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Passerelles</translation>
    </message>
    <message>
        <source>No gateway yet.</source>
        <translation>Aucune passerelle pour l’instant.</translation>
    </message>
    <message>
        <source>Connect to one under Gateway &gt; Connect, or start a local one to try things out.</source>
        <translation>Connectez-vous avec Passerelle &gt; Connecter, ou démarrez-en une locale pour essayer.</translation>
    </message>
    <message>
        <source>Start local gateway</source>
        <translation>Démarrer une passerelle locale</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionné</numerusform>
            <numerusform>%n sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Connect...</source>
        <translation>&amp;Connecter...</translation>
    </message>
    <message>
        <source>&amp;Local gateway</source>
        <translation>Passerelle &amp;locale</translation>
    </message>
    <message>
        <source>Start or stop a gateway of your own, to try things out</source>
        <translation>Démarrer ou arrêter une passerelle à vous, pour essayer</translation>
    </message>
    <message>
        <source>&amp;Edit...</source>
        <translation>&amp;Modifier...</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualiser</translation>
    </message>
    <message>
        <source>Follow changes as they happen (Ctrl+L)</source>
        <translation>Suivre les changements en direct (Ctrl+L)</translation>
    </message>
    <message>
        <source>&amp;Delete...</source>
        <translation>&amp;Supprimer...</translation>
    </message>
    <message>
        <source>&amp;Copy labels</source>
        <translation>&amp;Copier les étiquettes</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtrer</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler :</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir :</translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation>&amp;Passerelle</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Raccourcis</translation>
    </message>
    <message>
        <source>&amp;About Pushgate</source>
        <translation>À &amp;propos de Pushgate</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apparence</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Comme le &amp;bureau</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>/ or Ctrl+F: filter; Esc clears it</source>
        <translation>/ ou Ctrl+F : filtrer ; Échap efface le filtre</translation>
    </message>
    <message>
        <source>Ctrl+1: all groups; Ctrl+2 to Ctrl+5: failed, stale, overdue, fresh</source>
        <translation>Ctrl+1 : tous les groupes ; Ctrl+2 à Ctrl+5 : en échec, périmés, en retard, à jour</translation>
    </message>
    <message>
        <source>F5: refresh and sort again; Ctrl+L: live</source>
        <translation>F5 : actualiser et trier ; Ctrl+L : en direct</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>About Pushgate</source>
        <translation>À propos de Pushgate</translation>
    </message>
    <message>
        <source>Pushgate %1

A gateway for metrics of batch and short-lived jobs, and this window onto it.

GPL-3.0-or-later</source>
        <translation>Pushgate %1

Une passerelle pour les métriques des tâches par lots et de courte durée, et cette fenêtre pour la suivre.

GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>&amp;Push...</source>
        <translation>&amp;Pousser...</translation>
    </message>
    <message>
        <source>Ctrl+N: connect; Ctrl+P: push; Ctrl+C: copy labels</source>
        <translation>Ctrl+N : connecter ; Ctrl+P : pousser ; Ctrl+C : copier les étiquettes</translation>
    </message>
    <message>
        <source>The password of %1 will be asked for again at the next start: %2.</source>
        <translation>Le mot de passe de %1 sera redemandé au prochain démarrage : %2.</translation>
    </message>
    <message>
        <source>The password of %1 may still be in the keychain: %2.</source>
        <translation>Le mot de passe de %1 est peut-être encore dans le trousseau : %2.</translation>
    </message>
    <message>
        <source>L&amp;ocal gateway options...</source>
        <translation>&amp;Options de la passerelle locale...</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>&amp;Regrouper par</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C: copy as text; Ctrl+E: export</source>
        <translation>Ctrl+Maj+C : copier comme texte ; Ctrl+E : exporter</translation>
    </message>
    <message>
        <source>&amp;Notify</source>
        <translation>&amp;Notifier</translation>
    </message>
    <message>
        <source>Tell me when groups fail or the gateway is lost</source>
        <translation>Prévenir quand des groupes échouent ou que la passerelle est perdue</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Vue d’&amp;ensemble</translation>
    </message>
    <message>
        <source>All groups in four pictures (Ctrl+O)</source>
        <translation>Tous les groupes en quatre graphiques (Ctrl+O)</translation>
    </message>
    <message>
        <source>Ctrl+O: overview; arrow keys and Enter choose in its pictures</source>
        <translation>Ctrl+O : vue d’ensemble ; flèches et Entrée choisissent dans ses graphiques</translation>
    </message>
    <message>
        <source>Re&amp;move from the list</source>
        <translation>&amp;Retirer de la liste</translation>
    </message>
    <message>
        <source>Li&amp;ve</source>
        <translation>En &amp;direct</translation>
    </message>
    <message>
        <source>Delete all s&amp;hown...</source>
        <translation>Supprimer tous ceux qui sont affic&amp;hés...</translation>
    </message>
    <message>
        <source>Delete &amp;all groups...</source>
        <translation>Supprimer &amp;tous les groupes...</translation>
    </message>
    <message>
        <source>Up, Down, with Shift: select; Delete: delete</source>
        <translation>Haut, Bas, avec Maj : sélectionner ; Suppr : supprimer</translation>
    </message>
    <message>
        <source>Ctrl+Z: undo; Ctrl+Shift+Z: redo</source>
        <translation>Ctrl+Z : annuler ; Ctrl+Maj+Z : rétablir</translation>
    </message>
    <message>
        <source>Ctrl+Q: quit; ?: this list</source>
        <translation>Ctrl+Q : quitter ; ? : cette liste</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::MessagePage</name>
    <message>
        <source>Command to try</source>
        <translation>Commande à essayer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Messages</name>
    <message numerus="yes">
        <source>%n other group(s) failed, too.</source>
        <translation>
            <numerusform>%n autre groupe a échoué aussi.</numerusform>
            <numerusform>%n autres groupes ont échoué aussi.</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody answers at this address (%1)</source>
        <translation>personne ne répond à cette adresse (%1)</translation>
    </message>
    <message>
        <source>there was no answer in time</source>
        <translation>pas de réponse à temps</translation>
    </message>
    <message>
        <source>the gateway answered 401, it wants somebody to sign in</source>
        <translation>la passerelle a répondu 401, elle demande une authentification</translation>
    </message>
    <message>
        <source>the gateway answered 403, not allowed</source>
        <translation>la passerelle a répondu 403, non autorisé</translation>
    </message>
    <message>
        <source>no secure connection (%1)</source>
        <translation>pas de connexion sécurisée (%1)</translation>
    </message>
    <message>
        <source>what answers there is no push gateway (%1)</source>
        <translation>ce qui répond n’est pas une passerelle push (%1)</translation>
    </message>
    <message>
        <source>the gateway answered %1 (%2)</source>
        <translation>la passerelle a répondu %1 (%2)</translation>
    </message>
    <message>
        <source>Sign in under Gateway &gt; Edit.</source>
        <translation>Authentifiez-vous avec Passerelle &gt; Modifier.</translation>
    </message>
    <message>
        <source>Look at the certificates under Gateway &gt; Edit.</source>
        <translation>Vérifiez les certificats avec Passerelle &gt; Modifier.</translation>
    </message>
    <message>
        <source>Look at the address under Gateway &gt; Edit.</source>
        <translation>Vérifiez l’adresse avec Passerelle &gt; Modifier.</translation>
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
        <translation>nouvel essai en cours</translation>
    </message>
    <message>
        <source>trying again in %1</source>
        <comment>%1 is a duration</comment>
        <translation>nouvel essai dans %1</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion en cours</translation>
    </message>
    <message>
        <source>lost %1, %2</source>
        <translation>perdue %1, %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>live, asked every 5 s</source>
        <translation>en direct, interrogée toutes les 5 s</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n group(s).</source>
        <translation>
            <numerusform>%n groupe supprimé.</numerusform>
            <numerusform>%n groupes supprimés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not delete %1: %2.</source>
        <translation>Impossible de supprimer %1 : %2.</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled before %n more.</source>
        <translation>
            <numerusform>Annulé avant %n autre.</numerusform>
            <numerusform>Annulé avant %n autres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %n group(s); their push time is now.</source>
        <translation>
            <numerusform>%n groupe restauré ; sa date d’envoi est maintenant.</numerusform>
            <numerusform>%n groupes restaurés ; leur date d’envoi est maintenant.</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not restore %1: %2.</source>
        <translation>Impossible de restaurer %1 : %2.</translation>
    </message>
    <message numerus="yes">
        <source>Undo cannot bring back the native histograms of %n group(s).</source>
        <translation>
            <numerusform>Annuler ne peut pas rétablir les histogrammes natifs de %n groupe.</numerusform>
            <numerusform>Annuler ne peut pas rétablir les histogrammes natifs de %n groupes.</numerusform>
        </translation>
    </message>
    <message>
        <source>it is not in the keychain</source>
        <translation>il n’est pas dans le trousseau</translation>
    </message>
    <message>
        <source>this desktop has no keychain</source>
        <translation>ce bureau n’a pas de trousseau</translation>
    </message>
    <message>
        <source>the keychain stays locked</source>
        <translation>le trousseau reste verrouillé</translation>
    </message>
    <message>
        <source>the keychain does not work (%1)</source>
        <translation>le trousseau ne fonctionne pas (%1)</translation>
    </message>
    <message>
        <source>Looking for the desktop&apos;s keychain...</source>
        <translation>Recherche du trousseau du bureau...</translation>
    </message>
    <message>
        <source>Kept in the desktop&apos;s keychain.</source>
        <translation>Conservé dans le trousseau du bureau.</translation>
    </message>
    <message>
        <source>Asked for again at the next start: %1.</source>
        <translation>Redemandé au prochain démarrage : %1.</translation>
    </message>
    <message>
        <source>waiting for the keychain</source>
        <translation>attend le trousseau</translation>
    </message>
    <message>
        <source>needs its password</source>
        <translation>a besoin de son mot de passe</translation>
    </message>
    <message>
        <source>The local gateway is not installed: there is no pushgated beside this program or in PATH.</source>
        <translation>La passerelle locale n’est pas installée : il n’y a pas de pushgated à côté de ce programme ni dans PATH.</translation>
    </message>
    <message>
        <source>The local gateway did not start: another program has port %1. Choose another one, or any that is free.</source>
        <translation>La passerelle locale n’a pas démarré : un autre programme occupe le port %1. Choisissez-en un autre, ou n’importe lequel qui soit libre.</translation>
    </message>
    <message>
        <source>The local gateway ended without a word.</source>
        <translation>La passerelle locale s’est arrêtée sans rien dire.</translation>
    </message>
    <message>
        <source>The local gateway ended: %1.</source>
        <translation>La passerelle locale s’est arrêtée : %1.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>Could not read %1: %2.</source>
        <translation>Impossible de lire %1 : %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) had been deleted meanwhile.</source>
        <translation>
            <numerusform>%n groupe avait été supprimé entre-temps.</numerusform>
            <numerusform>%n groupes avaient été supprimés entre-temps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n group(s) to %1.</source>
        <translation>
            <numerusform>%n groupe exporté vers %1.</numerusform>
            <numerusform>%n groupes exportés vers %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not write %1: %2.</source>
        <translation>Impossible d’écrire %1 : %2.</translation>
    </message>
    <message>
        <source>Could not delete all groups: %1.</source>
        <translation>Impossible de supprimer tous les groupes : %1.</translation>
    </message>
    <message>
        <source>Nothing was deleted, as %1 could not be kept for undo: %2.</source>
        <translation>Rien n’a été supprimé, car %1 n’a pas pu être gardé pour l’annulation : %2.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was deleted.</source>
        <translation>Interrompu ; rien n’a été supprimé.</translation>
    </message>
    <message>
        <source>Deleted all groups.</source>
        <translation>Tous les groupes ont été supprimés.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::OverviewPanel</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Groups by state</source>
        <translation>Groupes par état</translation>
    </message>
    <message>
        <source>Groups by age of the last push</source>
        <translation>Groupes par âge du dernier envoi</translation>
    </message>
    <message>
        <source>Jobs with the most series</source>
        <translation>Jobs ayant le plus de séries</translation>
    </message>
    <message>
        <source>Pushes and failures a minute</source>
        <translation>Envois et échecs par minute</translation>
    </message>
    <message>
        <source>Pushes and failures a minute, as seen by this program</source>
        <translation>Envois et échecs par minute, vus par ce programme</translation>
    </message>
    <message>
        <source>This gateway does not count them. Of several pushes into a group between two looks, one is seen.</source>
        <translation>Cette passerelle ne les compte pas. De plusieurs envois dans un groupe entre deux relevés, un seul est vu.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::PushDialog</name>
    <message>
        <source>Push to %1</source>
        <translation>Pousser vers %1</translation>
    </message>
    <message>
        <source>Replace the whole group</source>
        <translation>Remplacer le groupe entier</translation>
    </message>
    <message>
        <source>Replace only families of the same names</source>
        <translation>Remplacer seulement les familles de même nom</translation>
    </message>
    <message>
        <source>Metrics in the text format</source>
        <translation>Métriques au format texte</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Groupe</translation>
    </message>
    <message>
        <source>&amp;What to do</source>
        <translation>&amp;Que faire</translation>
    </message>
    <message>
        <source>&amp;Push</source>
        <translation>&amp;Pousser</translation>
    </message>
    <message>
        <source>&amp;Load file...</source>
        <translation>&amp;Charger un fichier...</translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>Impossible de lire %1 : %2</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>Groupe : %1</translation>
    </message>
    <message>
        <source>Nothing but the push time would be stored.</source>
        <translation>Seule la date d’envoi serait enregistrée.</translation>
    </message>
    <message numerus="yes">
        <source>%n series, ready to push.</source>
        <translation>
            <numerusform>%n série, prête à être poussée.</numerusform>
            <numerusform>%n séries, prêtes à être poussées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pushing...</source>
        <translation>Envoi en cours...</translation>
    </message>
    <message>
        <source>Pushed.</source>
        <translation>Poussé.</translation>
    </message>
    <message>
        <source>Not pushed: %1. %2</source>
        <translation>Non poussé : %1. %2</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::SeriesPanel</name>
    <message>
        <source>Observations by bucket</source>
        <translation>Observations par bucket</translation>
    </message>
    <message>
        <source>Values seen since the group was opened</source>
        <translation>Valeurs vues depuis l’ouverture du groupe</translation>
    </message>
    <message>
        <source>Quantile</source>
        <translation>Quantile</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>Quantiles</translation>
    </message>
    <message numerus="yes">
        <source>%n series. Choose one to see its values.</source>
        <translation>
            <numerusform>%n série. Choisissez-la pour voir ses valeurs.</numerusform>
            <numerusform>%n séries. Choisissez-en une pour voir ses valeurs.</numerusform>
        </translation>
    </message>
    <message>
        <source>Further pushes will be drawn here.</source>
        <translation>Les prochains envois seront tracés ici.</translation>
    </message>
    <message>
        <source>Pushed %1</source>
        <comment>%1 is an age</comment>
        <translation>Envoi %1</translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) seen</source>
        <comment>title of a chart of values</comment>
        <translation>
            <numerusform>%n envoi vu</numerusform>
            <numerusform>%n envois vus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series, added up. Choose one to see it alone.</source>
        <translation>
            <numerusform>%n série, additionnée. Choisissez-la pour la voir seule.</numerusform>
            <numerusform>%n séries additionnées. Choisissez-en une pour la voir seule.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Skeleton</name>
    <message>
        <source>Loading groups</source>
        <translation>Chargement des groupes</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::StaleAfterBox</name>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>Groups are stale after</source>
        <translation>Les groupes sont périmés après</translation>
    </message>
    <message>
        <source>Choose an age or type one: 90m, 26h, 2d.</source>
        <translation>Choisissez un âge ou saisissez-le : 90m, 26h, 2d.</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::StateChart</name>
    <message>
        <source>Groups by state</source>
        <translation>Groupes par état</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n group(s)</source>
        <translation>
            <numerusform>%1 : %n groupe</numerusform>
            <numerusform>%1 : %n groupes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::ThresholdBar</name>
    <message>
        <source>This gateway has no rules. Groups are stale after</source>
        <translation>Cette passerelle n’a pas de règles. Les groupes sont périmés après</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Tray</name>
    <message>
        <source>&amp;Keep running in the tray</source>
        <translation>&amp;Continuer dans la zone de notification</translation>
    </message>
    <message>
        <source>Closing the window leaves the program in the tray</source>
        <translation>Fermer la fenêtre laisse le programme dans la zone de notification</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Hide the window</source>
        <translation>&amp;Masquer la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Show the window</source>
        <translation>A&amp;fficher la fenêtre</translation>
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
        <translation>Nombre %1, somme %2, moyenne %3</translation>
    </message>
    <message>
        <source>Count %1, sum %2</source>
        <translation>Nombre %1, somme %2</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::WipeDialog</name>
    <message>
        <source>Delete all groups</source>
        <translation>Supprimer tous les groupes</translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n group(s) from %1?</source>
        <translation>
            <numerusform>Supprimer tous les groupes (%n) de %1 ?</numerusform>
            <numerusform>Supprimer tous les %n groupes de %1 ?</numerusform>
        </translation>
    </message>
    <message>
        <source>That is %1 series, and whatever is pushed until then. Prometheus keeps what it has already scraped.</source>
        <translation>Cela fait %1 séries, et tout ce qui arrivera d’ici là. Prometheus garde ce qu’il a déjà collecté.</translation>
    </message>
    <message>
        <source>Undo pushes the groups again; their push time is then that of the undo.</source>
        <translation>Annuler renvoie les groupes ; leur heure d’envoi est alors celle de l’annulation.</translation>
    </message>
    <message>
        <source>These are too many to be kept for undo: this cannot be undone.</source>
        <translation>Il y en a trop pour les garder : cela ne pourra pas être annulé.</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Saisissez %1 pour confirmer :</translation>
    </message>
    <message>
        <source>Name of the gateway, to confirm</source>
        <translation>Nom de la passerelle, pour confirmer</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Copier en curl</translation>
    </message>
</context>
</TS>
