<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>pushgate::gui::AgeChart</name>
    <message numerus="yes">
        <source>%n group(s), %1 to %2 old</source>
        <translation>
            <numerusform>%n group, %1 to %2 old</numerusform>
            <numerusform>%n groups, %1 to %2 old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), older than %1</source>
        <translation>
            <numerusform>%n group, older than %1</numerusform>
            <numerusform>%n groups, older than %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Alarms</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), all fresh</source>
        <translation>
            <numerusform>%n group, all fresh</numerusform>
            <numerusform>%n groups, all fresh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gateway(s) lost</source>
        <translation>
            <numerusform>%n gateway lost</numerusform>
            <numerusform>%n gateways lost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::ConnectionDialog</name>
    <message numerus="yes">
        <source>It works: %1, %n group(s).</source>
        <translation>
            <numerusform>It works: %1, %n group.</numerusform>
            <numerusform>It works: %1, %n groups.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::DeleteDialog</name>
    <message numerus="yes">
        <source>Delete %n group(s) from %1?</source>
        <translation>
            <numerusform>Delete %n group from %1?</numerusform>
            <numerusform>Delete %n groups from %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n group(s)</source>
        <translation>
            <numerusform>&amp;Delete %n group</numerusform>
            <numerusform>&amp;Delete %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::DeleteGroups</name>
    <message numerus="yes">
        <source>delete %n group(s)</source>
        <translation>
            <numerusform>delete %n group</numerusform>
            <numerusform>delete %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::DetailsPanel</name>
    <message numerus="yes">
        <source>%n groups are selected.</source>
        <translation>
            <numerusform>%n group is selected.</numerusform>
            <numerusform>%n groups are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GatewayListModel</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GatewayPage</name>
    <message numerus="yes">
        <source>%n change(s) would move rows.</source>
        <translation>
            <numerusform>%n change would move rows.</numerusform>
            <numerusform>%n changes would move rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GroupOutput</name>
    <message numerus="yes">
        <source>Export %n group(s)</source>
        <translation>
            <numerusform>Export %n group</numerusform>
            <numerusform>Export %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Groups</name>
    <message numerus="yes">
        <source>%n group(s) with %1</source>
        <translation>
            <numerusform>%n group with %1</numerusform>
            <numerusform>%n groups with %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::JobChart</name>
    <message numerus="yes">
        <source>%1: %2 series in %n group(s)</source>
        <translation>
            <numerusform>%1: %2 series in %n group</numerusform>
            <numerusform>%1: %2 series in %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::MainWindow</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Messages</name>
    <message numerus="yes">
        <source>%n other group(s) failed, too.</source>
        <translation>
            <numerusform>%n other group failed, too.</numerusform>
            <numerusform>%n other groups failed, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n group(s).</source>
        <translation>
            <numerusform>Deleted %n group.</numerusform>
            <numerusform>Deleted %n groups.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled before %n more.</source>
        <translation>
            <numerusform>Cancelled before %n more.</numerusform>
            <numerusform>Cancelled before %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %n group(s); their push time is now.</source>
        <translation>
            <numerusform>Restored %n group; its push time is now.</numerusform>
            <numerusform>Restored %n groups; their push time is now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo cannot bring back the native histograms of %n group(s).</source>
        <translation>
            <numerusform>Undo cannot bring back the native histograms of %n group.</numerusform>
            <numerusform>Undo cannot bring back the native histograms of %n groups.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) had been deleted meanwhile.</source>
        <translation>
            <numerusform>%n group had been deleted meanwhile.</numerusform>
            <numerusform>%n groups had been deleted meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n group(s) to %1.</source>
        <translation>
            <numerusform>Exported %n group to %1.</numerusform>
            <numerusform>Exported %n groups to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::PushDialog</name>
    <message numerus="yes">
        <source>%n series, ready to push.</source>
        <translation>
            <numerusform>%n series, ready to push.</numerusform>
            <numerusform>%n series, ready to push.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::SeriesPanel</name>
    <message numerus="yes">
        <source>%n series. Choose one to see its values.</source>
        <translation>
            <numerusform>%n series. Choose it to see its values.</numerusform>
            <numerusform>%n series. Choose one to see its values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) seen</source>
        <comment>title of a chart of values</comment>
        <translation>
            <numerusform>%n push seen</numerusform>
            <numerusform>%n pushes seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series, added up. Choose one to see it alone.</source>
        <translation>
            <numerusform>%n series, added up. Choose it to see it alone.</numerusform>
            <numerusform>%n series, added up. Choose one to see it alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::StateChart</name>
    <message numerus="yes">
        <source>%1: %n group(s)</source>
        <translation>
            <numerusform>%1: %n group</numerusform>
            <numerusform>%1: %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::WipeDialog</name>
    <message numerus="yes">
        <source>Delete all %n group(s) from %1?</source>
        <translation>
            <numerusform>Delete the only group (%n) of %1?</numerusform>
            <numerusform>Delete all %n groups from %1?</numerusform>
        </translation>
    </message>
</context>
</TS>
